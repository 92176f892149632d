"""Registers of documents (QN-14.4#2, QN-16.6#1, QN-17.4#1, QN-18.4#1, QN-19.5#1): divided by field, day of issue, issuer and
form; states on any day; relations; issues of a gazette. Whatever pages say is what a look at every document says."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from congbo.facts.effect import Span, effect_of, state_on
from congbo.item import Item
from congbo.shelf import Shelf, make, put, remove, row_of
from congbo.shelf.base import Base
from congbo.shelf.filed import MOST
from congbo.site.effects import span
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kinds_of.documents import KINDS
from congbo.site.pdf_pages import pages_of
from congbo.site.registers import IN_A_FILE, facets, named
from congbo.site.section_facts import section_facts
from congbo.site.sitemap_facts import sitemap_facts
from support.cases_of_effect import CASES
from support.items import corpus
from support.obligations import breaks, keeps

FACETS, DATA, EFFECTS, RELATIONS = KINDS
SECTION = "van-ban-phap-quy"
PLACE = (SECTION, "vi")
ISSUERS = ("ubnd-tinh-quang-ninh", "hdnd-tinh-quang-ninh")
TODAY = date(2026, 11, 22)
TEXT = """---
id: qn-2017-{number}
type: {type}
title: Văn bản {number}
summary: Tóm tắt.
imported:
  published: {posted}T09:00:00+07:00
  source: Hệ thống cũ
{more}---
Nội dung.
"""


def text(number: int, posted: str = "2017-09-01", type_: str = "van_ban", **more: object) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    return TEXT.format(number=number, type=type_, posted=posted, more=lines)


def path(number: int, section: str = SECTION) -> str:
    return f"content/qn/{section}/2017/van-ban-{number}.md"


def index_of(files: dict[str, str], today: date = TODAY) -> Index:
    found = corpus(files, today)
    return Index(found, found.policy.portals["qn"], "internet")


def document(number: int, issued: str = "2017-07-03", **more: object) -> str:
    told: dict[str, object] = {"so_ky_hieu": f"{number}/QĐ-UBND", "ngay_ban_hanh": issued}
    return text(number, **(told | {"co_quan_ban_hanh": ISSUERS[0], "hinh_thuc": "quyet_dinh"} | more))


@cache
def many() -> Index:
    """A register of three years, one of which has more documents than a page shows and than a file holds."""
    dice, files = Random(7), {}  # noqa: S311
    for number in range(MOST + IN_A_FILE + 20):
        year = 2017 if number < IN_A_FILE + 9 else 2015 + number % 2
        day = date(year, 1, 1) + timedelta(days=dice.randrange(365))
        more: dict[str, object] = {
            "co_quan_ban_hanh": dice.choice(ISSUERS),
            "hinh_thuc": dice.choice(("quyet_dinh", "chi_thi")),
        }
        if dice.random() < 0.7:
            more["linh_vuc"] = dice.choice(("giao_thong", "dat_dai", "y_te"))
        if dice.random() < 0.1:
            more["ngay_het_hieu_luc"] = day + timedelta(days=dice.randrange(1, 400))
        for relation in ("thay_the", "sua_doi"):
            if number and dice.random() < 0.1:
                more[relation] = f"[{dice.randrange(number)}/QĐ-UBND]"
        files[path(number)] = document(number, day.isoformat(), **more)
    return index_of(files)


def declared(item: Item, name: str) -> str:
    return str(item.fields.get(name, ""))


FACET_OF = {
    "field": lambda item: declared(item, "linh_vuc"),
    "year": lambda item: declared(item, "ngay_ban_hanh")[:4],
    "issuer": lambda item: declared(item, "co_quan_ban_hanh"),
    "form": lambda item: declared(item, "hinh_thuc"),
}


@keeps("QN-14.4#2", "QN-16.6#1", "QN-17.4#1", "QN-18.4#1", "QN-19.5#1")
def test_the_pages_of_each_facet_together_show_every_document_under_its_value() -> None:
    index, shown = many(), {}
    assert FACETS.keys is not None
    for key in FACETS.keys(index):
        page = FACETS.facts(index, *key)
        kind, value = key[2:4]
        shown.setdefault((kind, value), set()).update(one.id for one in page.entries)
        of_value = [item for item in index.items if FACET_OF[kind](item) == value]
        assert page.count == len([one for one in of_value if declared(one, "ngay_ban_hanh").startswith(key[4])])
        assert len(page.entries) <= MOST or len(key[4]) == len("2017-07")
        assert [one.issued.iso for one in page.entries] == sorted((o.issued.iso for o in page.entries), reverse=True)
    for kind, value_of in FACET_OF.items():
        for value in {value_of(item) for item in index.items} - {""}:
            assert shown[kind, value] == {item.id for item in index.items if value_of(item) == value}
    assert {kind for kind, _ in shown} == set(FACET_OF)


def test_a_front_counts_every_value_and_leads_to_a_page_that_is_there() -> None:
    index = many()
    own = section_facts(index, *PLACE).own
    assert FACETS.keys is not None
    assert DATA.keys is not None
    pages = {FACETS.facts(index, *key).url for key in FACETS.keys(index)}
    assert own.count == len(index.items)
    for facet in own.facets:
        values = [FACET_OF[facet.kind](item) for item in index.items]
        assert {one.value: one.count for one in facet.choices} == {v: values.count(v) for v in set(values) - {""}}
        assert {one.link.url for one in facet.choices} <= pages
    assert list(own.files) == [DATA.facts(index, *key).url for key in DATA.keys(index)]


def test_crawlers_are_told_of_every_facet() -> None:
    index = many()
    told = {one.url for one in sitemap_facts(index, "chuyen-muc").entries}
    ways = [choice.link.url for facet in facets(index, SECTION, "vi") for choice in facet.choices]
    assert ways
    assert {index.absolute(url) for url in ways} <= told


def test_a_value_that_no_list_knows_has_no_name_and_so_no_page() -> None:
    index = many()
    assert named(index, *PLACE, "issuer", ISSUERS[0]) == "Ủy ban nhân dân tỉnh Quảng Ninh"
    assert named(index, *PLACE, "form", "quyet_dinh") == "Quyết định"
    assert [named(index, *PLACE, kind, "../../x") for kind in ("field", "issuer", "form")] == ["", "", ""]


def test_the_front_has_the_newest_by_day_of_issue_and_news_by_day_of_posting() -> None:
    files = {
        path(1, "van-ban-chi-dao"): document(1, "2017-01-05", type_="van_ban_chi_dao", posted="2017-09-01"),
        path(2, "van-ban-chi-dao"): document(2, "2017-08-05", type_="van_ban_chi_dao", posted="2017-08-06"),
        path(3, "van-ban-chi-dao"): text(3, "2017-03-01", "tin_bai"),
        path(4, "van-ban-chi-dao"): text(4, "2017-10-01", "van_ban_chi_dao"),
    }
    page = section_facts(index_of(files), "van-ban-chi-dao", "vi")
    assert [one.id for group in page.groups for one in group.entries] == [f"qn-2017-{n}" for n in (4, 2, 3, 1)]


@breaks("QN-14.4#2", "QN-16.6#1", "QN-17.4#1", "QN-18.4#1", "QN-19.5#1", "QN-16.7#3", "QN-17.10", "QN-18.9")
@pytest.mark.parametrize(
    ("key", "value"), [("linh_vuc", "khong_co"), ("hinh_thuc", "khong_co"), ("ngay_ban_hanh", "hôm qua")]
)
def test_what_cannot_be_divided_is_a_fault_and_no_document(key: str, value: str) -> None:
    """A word that no list of the policies knows would put it nowhere."""
    (reading,) = corpus({path(1): document(1, **{key: value})}, TODAY).readings
    assert reading.item is None
    assert any(key in str(fault.message.params.values()) or fault.place.line > 1 for fault in reading.faults)


@keeps("QN-16.7#3", "QN-17.10", "QN-18.9")
def test_services_are_divided_by_their_field() -> None:
    """QN-16.7#3, QN-17.10, QN-18.9: every service stands under its field."""
    fields = {1: "dat_dai", 2: "y_te", 3: "dat_dai"}
    index = index_of({path(n, "dich-vu-cong"): text(n, type_="dich_vu", linh_vuc=one) for n, one in fields.items()})
    groups = section_facts(index, "dich-vu-cong", "vi").groups
    found = {group.title: {one.id for one in group.entries} for group in groups}
    assert found == {"Đất đai": {"qn-2017-1", "qn-2017-3"}, "Y tế": {"qn-2017-2"}}


def test_the_data_have_every_document_once_with_the_days_on_which_its_state_turns() -> None:
    index = many()
    assert DATA.keys is not None
    keys = list(DATA.keys(index))
    assert sorted({len(period) for _, _, period in keys}) == [4, 7]
    rows = [row for key in keys for row in json.loads(DATA.facts(index, *key).text)["documents"]]
    assert sorted(row["number"] for row in rows) == sorted(str(item.fields["so_ky_hieu"]) for item in index.items)
    by_number = {row["number"]: row for row in rows}
    for item in index.items:
        row = by_number[str(item.fields["so_ky_hieu"])]
        days = span(index, item)
        assert days is not None
        told = [date.fromisoformat(row[key]) if key in row else None for key in ("from", "partly", "until")]
        assert told == [days.from_, days.partly, days.until]
        assert row["title"] == item.title


def test_the_days_of_a_document_give_the_state_of_every_day() -> None:
    index = many()
    units = index.corpus.policy.units
    for item in index.items[:120]:
        days = span(index, item)
        assert days is not None
        turns = {one for one in (days.from_, days.partly, days.until) if one}
        for day in {turn + timedelta(days=step) for turn in turns for step in (-400, -1, 0, 1, 400)}:
            found = effect_of(item, day, index.items, units)
            assert found is not None
            assert state_on(days, day) == found.state


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_cases_of_states(case: dict[str, str]) -> None:
    days = [date.fromisoformat(case[key]) if key in case else None for key in ("from", "partly", "until")]
    assert days[0] is not None
    known = Span(days[0], days[1], days[2], case.get("declared", ""))
    assert state_on(known, date.fromisoformat(case["day"])) == case["state"]


def test_the_end_of_a_year_has_a_page_once_the_year_is_over() -> None:
    files = {path(1): document(1, "2016-05-01"), path(2): document(2, "2017-03-01", thay_the="[1/QĐ-UBND]")}
    assert EFFECTS.keys is not None
    assert list(EFFECTS.keys(index_of(files, date(2017, 12, 31)))) == [(*PLACE, ""), (*PLACE, "2016")]
    index = index_of(files, date(2018, 1, 1))
    assert list(EFFECTS.keys(index)) == [(*PLACE, ""), (*PLACE, "2017"), (*PLACE, "2016")]
    earlier = EFFECTS.facts(index, *PLACE, "2016")
    assert [(group.title, [one.id for one in group.entries]) for group in earlier.groups] == [
        ("Còn hiệu lực", ["qn-2017-1"])
    ]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_register_is_answered_was_said_to_be_touched(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    corpus_, rows = many().corpus, []
    rows = [row for item in corpus_.items if (row := row_of(corpus_, item, "internet"))]
    base = Base()
    make(base)
    put(base, "qn/internet", rows)
    shelf = Shelf(base, "qn/internet")
    some = dice.sample(rows, 6)
    asked = {key for row in rows[::20] + some for key in shelf.touched([row]) if key[0].startswith(("filed", "cited"))}
    for row in some:
        before = {key: shelf.answer(*key) for key in asked}
        remove(base, "qn/internet", [row.path])
        changed = {key for key in asked if shelf.answer(*key) != before[key]}
        assert changed
        assert changed <= shelf.touched([row])


def related(index: Index, number: int) -> dict[str, list[str]]:
    page = RELATIONS.facts(index, path(number))
    found: dict[str, list[str]] = {}
    for one in page.related:
        found.setdefault(one.relation, []).append(one.number)
    return found


def test_relations_are_told_from_both_ends() -> None:
    index = index_of({
        path(1): document(1, "2015-01-01"),
        path(2): document(2, "2016-01-01", thay_the="[1/QĐ-UBND]", can_cu="[Căn cứ Quyết định số 4/QĐ-UBND]"),
        path(3): document(3, "2017-01-01", sua_doi="[2/QĐ-UBND]"),
        path(4): document(4, "2014-01-01"),
        path(5): document(5, "2014-01-01"),
    })  # fmt: skip
    assert related(index, 2) == {"amended_by": ["3/QĐ-UBND"], "replaces": ["1/QĐ-UBND"], "cites": ["4/QĐ-UBND"]}
    assert related(index, 1) == {"replaced_by": ["2/QĐ-UBND"]}
    assert related(index, 4) == {"cited_by": ["2/QĐ-UBND"]}
    assert [RELATIONS.stands(index, (path(number),)) for number in range(1, 6)] == [True, True, True, True, False]
    for number, stands in ((4, True), (5, False)):
        own = item_facts(index, index.item(path(number))).own
        assert bool(own.relations) is stands
    assert [link.title for link in item_facts(index, index.item(path(2))).own.cites] == ["4/QĐ-UBND"]


def test_relations_go_three_steps_and_never_in_a_circle() -> None:
    chain = {path(n): document(n, f"201{n}-01-01", thay_the=f"[{n - 1}/QĐ-UBND]") for n in range(1, 7)}
    chain[path(6)] = document(6, "2016-01-01", thay_the="[5/QĐ-UBND, 6/QĐ-UBND]")
    page = RELATIONS.facts(index_of(chain), path(6))
    steps, level = [], page.related
    while level:
        steps.append([one.number for one in level])
        level = level[0].related
    assert steps == [["5/QĐ-UBND"], ["4/QĐ-UBND"], ["3/QĐ-UBND"]]
    circle = {path(1): document(1, thay_the="[2/QĐ-UBND]"), path(2): document(2, thay_the="[1/QĐ-UBND]")}
    page = RELATIONS.facts(index_of(circle), path(1))
    assert {one.relation for one in page.related} == {"replaced_by", "replaces"}
    assert len(page.graph.boxes) <= 6


def test_a_drawing_has_every_box_inside_and_a_line_to_each() -> None:
    files = {path(n): document(n, "2017-05-01", thay_the="[0/QĐ-UBND]") for n in range(1, 20)}
    graph = RELATIONS.facts(index_of({path(0): document(0), **files}), path(0)).graph
    assert len(graph.lines) == len(graph.boxes) - 1 == 8
    assert all(0 <= box.x < graph.width and 0 <= box.y < graph.height for box in graph.boxes)
    assert len({(box.x, box.y) for box in graph.boxes}) == len(graph.boxes)


def test_what_is_near_a_row_is_every_page_of_relations_that_turns_on_it() -> None:
    files = {
        path(1): document(1, "2015-01-01"),
        path(2): document(2, "2016-01-01", thay_the="[1/QĐ-UBND]", can_cu="[Căn cứ Quyết định số 4/QĐ-UBND]"),
        path(4): document(4, "2014-01-01"),
    }
    index = index_of(files)
    for number in (1, 2, 4):
        without = index_of({name: one for name, one in files.items() if name != path(number)})
        turned = {
            key
            for key in ((name,) for name in files)
            if RELATIONS.stands(index, key) != (key[0] in without.corpus.by_path and RELATIONS.stands(without, key))
        }
        row = row_of(index.corpus, index.item(path(number)), "internet")
        assert row
        assert turned <= set(RELATIONS.near(index, row))


def test_an_issue_of_a_gazette_says_its_number_and_links_what_is_here() -> None:
    printed = '["1/QĐ-UBND", "9/QĐ-UBND", "2/QĐ-UBND ngày 04/7/2017"]'
    index = index_of({
        path(1): document(1), path(2): document(2, "2017-07-04"), path(3): document(2, "2016-07-04"),
        path(8, "cong-bao"): text(8, type_="cong_bao", so='"22"', ngay="2017-07-31", van_ban_dang=printed),
    })  # fmt: skip
    own = item_facts(index, index.item(path(8, "cong-bao"))).own
    assert own.issue == "Số 22"
    urls = [one.url for one in own.contents]
    assert urls == ["van-ban-phap-quy/2017/van-ban-1/", "", "van-ban-phap-quy/2017/van-ban-2/"]
    assert [one.number for one in own.contents] == ["1/QĐ-UBND", "9/QĐ-UBND", "2/QĐ-UBND"]
    (group,) = section_facts(index, "cong-bao", "vi").groups
    assert [one.number for one in group.entries] == ["Số 22"]


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (b"<</Type /Pages /Kids [] /Count 2>> <</Type /Page>> <</Type/Page /A 1>>", 2),
        (b"<</Type /Pages /Count 3>> <</Type /Page>>", 0),
        (b"<</Type /ObjStm>>", 0),
        (b"<</Type /Page>>", 0),
    ],
)
def test_pages_of_a_file_are_told_where_it_says_so_in_the_open(data: bytes, pages: int) -> None:
    assert pages_of(data) == pages
