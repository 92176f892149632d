"""JSON Schema of the front matter: every real item fits, and what the checks refuse does not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from congbo.checks.fields import check as fields_check
from congbo.checks.ruled import ruled
from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.schema import portal_schema, schemas, type_schema
from congbo.facts.schema.values import BY_TYPE
from congbo.finding import Severity
from congbo.item import Item
from congbo.item.front_matter import split
from congbo.policy.content import FIELD_TYPES
from congbo.strict import Mapping, Node, Scalar, Sequence
from support.casefile import TODAY
from support.trees import ROOT, ValueTree, real_policy

CONTENT = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "content").rglob("*.md"))}
PORTALS = sorted(real_policy().portals)


def json_of(node: Node) -> Any:
    """A front-matter node as a YAML 1.2 reader of an editor sees it."""
    if isinstance(node, Mapping):
        return {key: json_of(child) for key, child in node.nodes.items()}
    if isinstance(node, Sequence):
        return [json_of(child) for child in node.nodes]
    return plain_value(node)


def plain_value(node: Scalar) -> Any:
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return int(node.text) if node.plain and node.text.isdecimal() else node.text


@cache
def corpus() -> Corpus:
    tree = ValueTree({name: path.read_bytes() for name, path in CONTENT.items()})
    return load_corpus(tree, real_policy(), TODAY)


def matter(item: Item) -> dict[str, Any]:
    nodes, _, _ = split(CONTENT[item.path].read_bytes(), item.path)
    found: dict[str, Any] = json_of(nodes)
    return found


@cache
def schema_of(portal: str | None, type_: str | None = None) -> dict[str, Any]:
    policy = real_policy()
    one = policy.portals[portal] if portal else None
    return type_schema(policy, type_, one) if type_ else portal_schema(policy, one)


@cache
def validator(portal: str | None, type_: str | None = None) -> jsonschema_rs.Draft202012Validator:
    """A validator of a schema, which must be one itself: by the metaschema, in its references and in its patterns."""
    return jsonschema_rs.Draft202012Validator(schema_of(portal, type_))


def faults(value: dict[str, Any], portal: str | None, type_: str | None = None) -> list[str]:
    return [error.message for error in validator(portal, type_).iter_errors(value)]


def judged(portal: str) -> Iterator[Item]:
    """The items of a portal that its last regulation judges."""
    one = real_policy().portals[portal]
    regulation = real_policy().regulations[one.follows[-1].regulation]
    for item in corpus().items_of(portal):
        day = corpus().judged_on(item)
        if one.regulation_on(day) == regulation.id and regulation.in_force(day):
            yield item


@pytest.mark.parametrize("portal", PORTALS)
def test_every_item_that_the_regulation_judges_fits_the_schema_of_its_portal(portal: str) -> None:
    assert {item.path: wrong for item in judged(portal) if (wrong := faults(matter(item), portal))} == {}


def test_every_item_fits_the_schema_without_a_portal() -> None:
    assert {item.path: wrong for item in corpus().items if (wrong := faults(matter(item), None))} == {}
    assert len(corpus().items) > 500


def test_every_type_has_a_schema_of_its_own_that_its_items_fit() -> None:
    first = {(item.portal, item.type): item for portal in PORTALS for item in judged(portal)}
    assert {key: wrong for key, item in first.items() if (wrong := faults(matter(item), *key))} == {}
    assert all(map(validator, PORTALS))
    for type_ in real_policy().types.types:
        assert schema_of(None, type_)["additionalProperties"] is False
        assert validator(None, type_)


def test_every_field_type_of_items_has_a_shape() -> None:
    assert set(FIELD_TYPES) == {*BY_TYPE, "choice", "unit", "units"}


# ---- what is wrong does not fit

DOCUMENT: dict[str, Any] = {
    "id": "qn-2017-9001",
    "type": "van_ban",
    "title": "Quyết định mẫu",
    "summary": "Tóm tắt.",
    "linh_vuc": "dau_tu",
    "nguoi_chiu_trach_nhiem": "Chánh Văn phòng",
    "hinh_thuc": "quyet_dinh",
    "tham_quyen_ban_hanh": "Ủy ban nhân dân tỉnh",
    "so_ky_hieu": "9005/2017/QĐ-UBND",
    "ngay_ban_hanh": "2017-07-24",
    "trich_yeu": "Về việc mẫu",
    "co_quan_ban_hanh": "ubnd-tinh-quang-ninh",
    "ngay_hieu_luc": "2017-08-05",
    "tep_dinh_kem": ["9005.pdf"],
    "phan_loai_mat": "khong_mat",
}


def test_the_document_of_these_tests_fits() -> None:
    assert faults(DOCUMENT, "qn") == []
    assert faults(DOCUMENT, "qn", "van_ban") == []


WRONG = {
    "no title": {"title": None},
    "an unknown key": {"slug": "x"},
    "a key of another type": {"ho_ten": "Chủ tịch"},
    "an unknown type": {"type": "thu_tu"},
    "a date of another form": {"ngay_ban_hanh": "24/7/2017"},
    "a month that there is not": {"ngay_ban_hanh": "2017-13-01"},
    "a value outside the vocabulary": {"hinh_thuc": "thu_ngo"},
    "an unknown unit": {"co_quan_ban_hanh": "ubnd-nao-do"},
    "one file where a list belongs": {"tep_dinh_kem": "9005.pdf"},
    "a file in a folder": {"tep_dinh_kem": ["../9005.pdf"]},
    "an empty list": {"tep_dinh_kem": []},
    "two lines in one": {"trich_yeu": None, "title": "a\nb"},
    "a title too long": {"title": "x" * 401},
    "a missing field of the nine": {"ngay_hieu_luc": None},
    "a language that the portal lacks": {"lang": "fr"},
    "a network that the portal lacks": {"editions": ["wan"]},
    "a picture without words": {"anh": {"file": "a.png"}},
    "a picture without its owner": {"anh": {"file": "a.png", "alt": "Ảnh"}},
    "a flag in quotes": {"pho_bien": "true"},
    "an old system without a name": {"imported": {"published": "2017-07-24T08:00:00+07:00"}},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_a_wrong_item_does_not_fit(change: dict[str, Any]) -> None:
    value = {key: one for key, one in (DOCUMENT | change).items() if one is not None}
    assert faults(value, "qn")


def test_what_only_a_clause_demands_is_demanded_in_its_portal_alone() -> None:
    value = {key: one for key, one in DOCUMENT.items() if key != "tep_dinh_kem"}
    assert faults(value, "qn")
    assert faults(value, None) == []


def test_a_clause_is_cited_where_it_demands() -> None:
    comments = json.dumps(type_schema(real_policy(), "van_ban", real_policy().portals["qn"]), ensure_ascii=False)
    assert "QN-14.4#1: đoạn 1 khoản 4 Điều 14" in comments or "QN-14.4#1: " in comments


def test_what_may_stand_in_its_place_counts() -> None:
    """A document's issuer is its source (``counts_as``); without both the source is missing."""
    value = {key: one for key, one in DOCUMENT.items() if key != "co_quan_ban_hanh"}
    assert any("anyOf" in str(error.schema_path) for error in validator("qn", "van_ban").iter_errors(value))


def test_fields_that_need_others_do() -> None:
    topic = {"id": "a", "type": "de_tai", "title": "T", "summary": "S", "bao_cao_tong_hop": "a.pdf"}
    assert faults(topic, None)
    assert faults(topic | {"ngay_nghiem_thu": "2017-07-20"}, None) == []


def test_advertisements_have_a_place_only_where_a_clause_allows_them() -> None:
    allowed = {portal for portal in PORTALS if "quang_cao" in schema_of(portal)["properties"]["type"]["enum"]}
    assert allowed == {"tq", "tq-sotttt", "tq-sonduong", "qn"}


def test_the_schema_and_the_check_agree_on_what_a_clause_wants() -> None:
    """Whatever field rule finds an error in a bare item of a type, the schema refuses that item too."""
    portal = "qn"
    bare = "---\nid: qn-2017-{n}\ntype: {type}\ntitle: Mẫu\nsummary: Mẫu.\n---\nNội dung.\n"
    types = sorted(real_policy().types.types)
    files = {
        f"content/{portal}/tin-tuc/2017/{type_.replace('_', '-')}.md": bare.format(n=n, type=type_).encode()
        for n, type_ in enumerate(types)
    }
    found = load_corpus(ValueTree(files), real_policy(), TODAY)
    rules = [one for one in ruled(found) if one.rule.name == "fields" and one.portal.id == portal]
    wrong = {
        found.by_path[finding.place.path].type
        for one in rules
        for finding in fields_check(found, one)
        if finding.severity is Severity.ERROR and finding.place.path in files
    }
    assert wrong
    for type_ in sorted(wrong):
        assert faults({"id": "x", "type": type_, "title": "Mẫu", "summary": "Mẫu."}, portal), type_


# ---- the files for editors


def test_the_files_refer_to_each_other() -> None:
    files = {path.rpartition("/")[2]: json.loads(text) for path, text in schemas(real_policy()).items()}
    assert set(files) == {"types.json", *(f"{portal}.json" for portal in PORTALS)}
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in files.items()
    )
    schema = Draft202012Validator(files["qn.json"], registry=registry)
    assert list(schema.iter_errors(DOCUMENT)) == []
    assert list(schema.iter_errors(DOCUMENT | {"slug": "x"}))


def test_what_a_clause_demands_without_condition_stands_among_the_required_keys() -> None:
    required = schema_of("qn-campha", "van_ban")["required"]
    assert {"id", "so_ky_hieu", "ngay_hieu_luc", "tep_dinh_kem"} <= set(required)
    assert "so_ky_hieu" not in schema_of(None, "van_ban")["required"]
