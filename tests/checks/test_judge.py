"""All checks together: which findings are asked for, how they cite, how they are mended."""

from __future__ import annotations

import re
from datetime import date

import pytest

from congbo.checks import CHECKS, HOUSE_CHECKS, RULE_CHECKS
from congbo.checks.judge import judge
from congbo.checks.ruled import cited, ruled
from congbo.facts.corpus import load_corpus
from congbo.facts.subject import _KEYS as KEYS
from congbo.locale import LANGUAGES, sentence
from congbo.policy import load_policy
from congbo.policy.kinds import KINDS
from support.items import corpus
from support.trees import ValueTree, edited_policies, real_policies, real_policy

NEWS = "---\nid: {id}\ntype: tin_bai\ntitle: Tin\nsummary: Một câu.\n---\nNội dung.\n"
HD, DL = "content/hd/tin-dia-phuong/2018/tin.md", "content/dl/tin-tuc-su-kien/2019/tin.md"
FILES = {HD: NEWS.format(id="hd-1"), DL: NEWS.format(id="dl-1")}


def test_findings_of_one_portal_only() -> None:
    for portal, other in (("hd", "dl"), ("dl", "hd")):
        paths = {finding.place.path for finding in judge(corpus(FILES), portals=[portal])}
        assert any(path.startswith(f"content/{portal}/") for path in paths)
        assert not any(path.startswith(f"content/{other}/") for path in paths)


@pytest.mark.parametrize("asked", [HD, "content/hd/tin-dia-phuong/2018", "content/hd/tin-dia-phuong"])
def test_findings_of_one_path_only(asked: str) -> None:
    found = {finding.place.path for finding in judge(corpus(FILES), paths=[asked])}
    assert HD in found
    assert all(path == asked or path.startswith(f"{asked}/") for path in found)


def test_a_path_is_no_prefix_of_a_name() -> None:
    assert not judge(corpus(FILES), paths=["content/hd/tin-dia-phuong/2018/ti"])


def test_the_whole_repository_is_asked_for_by_an_empty_path() -> None:
    assert judge(corpus(FILES), paths=[""]) == judge(corpus(FILES))


def test_findings_come_in_reading_order_and_once() -> None:
    found = judge(corpus(FILES))
    assert list(found) == sorted(found, key=lambda finding: finding.sort_key())
    said = [(finding.check, finding.place, finding.message.key, repr(finding.message.params)) for finding in found]
    assert len(set(said)) == len(said)


def test_every_finding_cites_its_clause_or_is_a_house_rule() -> None:
    for finding in judge(corpus(FILES)):
        clause = real_policy().clause(finding.rule)
        assert finding.check in CHECKS
        if finding.rule.startswith("CB-"):
            assert finding.citation == ""
        else:
            assert clause is not None
            assert clause.cite in finding.citation


def test_every_finding_can_be_read_in_every_language() -> None:
    for finding in judge(corpus(FILES)):
        for lang in LANGUAGES:
            assert sentence(finding.message, lang)
            assert sentence(finding.fix, lang)


def test_every_rule_of_a_check_kind_belongs_to_a_portal_that_follows_its_regulation() -> None:
    for one in ruled(corpus()):
        assert one.portal.regulation_on(corpus().today) == one.regulation.id
        assert one.clause.id.startswith(f"{one.regulation.id}-")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("DL-2.1", "khoản 1 Điều 2 Quy chế ban hành kèm theo Quyết định số 137/QĐ-UBND"),
        ("DL-QĐ.1", "Điều 1 Quyết định 137/QĐ-UBND"),
        ("QN-4.1", "khoản 1 Điều 4 Quy chế ban hành kèm theo Quyết định số 2187/2017/QĐ-UBND"),
        (
            "QN-14.2/-1",
            "gạch đầu dòng thứ nhất khoản 2 Điều 14 Quy chế ban hành kèm theo Quyết định số 2187/2017/QĐ-UBND",
        ),
    ],
)
def test_a_citation_names_article_and_decision(clause: str, expected: str) -> None:
    found = real_policy().clause(clause)
    assert found is not None
    assert cited(real_policy().regulations[clause.split("-")[0]], found) == expected


def test_a_regulation_without_a_number_is_cited_by_its_title() -> None:
    clause, regulation = real_policy().clause("HD-7.3"), real_policy().regulations["HD"]
    assert clause is not None
    assert cited(regulation, clause) == f"{clause.cite}, {regulation.title.vi}"


def test_rule_checks_are_kinds_and_house_checks_are_not() -> None:
    assert set(RULE_CHECKS) <= {*KINDS, "record"}
    assert not set(HOUSE_CHECKS) & set(KINDS)
    assert len(set(CHECKS)) == len(CHECKS)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("    contact: Chuyên viên Văn phòng Ban Tổ chức Tỉnh ủy\n", "", "contact"),
        (
            "    supplies: true\n    contact: Chuyên viên Văn phòng Ban Tổ chức Tỉnh ủy\n",
            "    supplies: false\n",
            "supplies",
        ),
    ],
)
def test_the_cure_of_a_unit_names_a_key_that_the_units_file_takes(old: str, new: str, key: str) -> None:
    path = "policies/units/hd.yml"
    policy = load_policy(edited_policies({path: real_policies()[path].decode().replace(old, new).encode()}))
    found = judge(load_corpus(ValueTree({}), policy, date(2019, 1, 2)), paths=[path])
    (finding,) = [one for one in found if one.check == "fields"]
    assert f"`{key}" in sentence(finding.fix, "vi")


@pytest.mark.parametrize(
    ("of", "name", "key"), [(of, name, key) for of, keys in KEYS.items() for name, key in keys.items()]
)
def test_the_keys_of_cures_stand_in_the_policy_files(of: str, name: str, key: str) -> None:
    folder = f"policies/{of}s/"
    texts = [data.decode() for path, data in real_policies().items() if path.startswith(folder)]
    assert any(re.search(rf"^ *{key}:", text, re.MULTILINE) for text in texts)
    assert not any(re.search(rf"^ *{name}:", text, re.MULTILINE) for text in texts if of == "unit")
