"""Topics: a page as soon as two items have it, an archive by year beyond twenty, and what stands near an item by them."""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random

import pytest

from congbo.shelf import Shelf, make, put, remove, row_of
from congbo.shelf.base import Base
from congbo.shelf.topical import OF_TOPIC, OF_YEARS, near
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.kinds import keys_of
from congbo.site.kinds_of.topics import KINDS
from congbo.site.render import Theme
from support.items import corpus
from support.trees import ROOT

LISTS, TOPIC, YEAR, MONTH = KINDS
TEXT = """---
id: qn-2017-{number}
type: {type}
title: Mục {number}
summary: Tóm tắt {number}.
tags: [{tags}]
imported:
  published: {posted}+07:00
  source: Hệ thống cũ
{more}---
Nội dung.
"""


def text(number: int, tags: str, posted: str, type_: str = "tin_bai", **more: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    return TEXT.format(number=number, type=type_, tags=tags, posted=posted, more=lines)


def index_of(*texts: str, section: str = "tin-tuc") -> Index:
    files = {f"content/qn/{section}/2017/muc-{number}.md": one for number, one in enumerate(texts)}
    found = corpus(files, date(2026, 11, 22))
    return Index(found, found.policy.portals["qn"], "internet")


def by_id(index: Index, number: int) -> str:
    return next(item.path for item in index.items if item.id == f"qn-2017-{number}")


def keys(index: Index, kind: object) -> list[tuple[str, ...]]:
    return sorted(keys_of(kind, index, index.shelf.every()))  # type: ignore[arg-type]


def test_a_topic_has_a_page_as_soon_as_two_items_have_it() -> None:
    index = index_of(
        text(1, "đường thủy, cầu", "2017-03-01T08:00", chu_de="phap_luat"),
        text(2, "Đường thủy, 中文", "2017-03-02T08:00"),
        text(3, "pháp luật, 中文", "2017-03-03T08:00"),
    )
    assert keys(index, TOPIC) == [("vi", "duong-thuy"), ("vi", "phap-luat")]
    assert keys(index, LISTS) == [("vi",)]
    page = item_facts(index, index.item(by_id(index, 1)))
    assert [(one.title, one.url) for one in page.topics] == [
        ("Pháp luật", "chu-de/phap-luat/"), ("đường thủy", "chu-de/duong-thuy/"), ("cầu", ""),
    ]  # fmt: skip
    topic = TOPIC.facts(index, "vi", "duong-thuy")
    assert (topic.title, topic.url, topic.months) == ("Đường thủy", "chu-de/duong-thuy/", ())
    assert [one.title for one in topic.entries] == ["Mục 2", "Mục 1"]
    assert [link.url for link in LISTS.facts(index, "vi").topics] == ["chu-de/phap-luat/"]


def test_more_items_than_a_page_shows_lie_in_years() -> None:
    texts = [text(n, "cảng", f"{2015 + n // 10}-01-{1 + n % 10:02}T00:30") for n in range(21)]
    assert keys(index_of(*texts[:20]), YEAR) == []
    index = index_of(*texts)
    assert keys(index, YEAR) == [("vi", "cang", f"{year}") for year in (2015, 2016, 2017)]
    topic = TOPIC.facts(index, "vi", "cang")
    assert [link.url for link in topic.months] == [f"chu-de/cang/luu-tru/{year}/" for year in (2017, 2016, 2015)]
    assert len(topic.entries) == 20
    middle = YEAR.facts(index, "vi", "cang", "2016")
    assert [one.title for one in middle.entries] == [f"Mục {n}" for n in range(19, 9, -1)]
    assert middle.older is not None
    assert (middle.older.url, middle.newer.url) == ("chu-de/cang/luu-tru/2015/", "chu-de/cang/luu-tru/2017/")
    shown = Theme(ROOT / "theme").render(YEAR.template, middle).decode()
    assert "Mục 15" in shown
    assert "Mục 9<" not in shown


def test_a_year_of_very_many_lies_in_months() -> None:
    texts = [text(n, "cảng", f"2017-{1 + n // 30:02}-{1 + n % 28:02}T00:30") for n in range(101)]
    assert keys(index_of(*texts[:100]), MONTH) == []
    index = index_of(*texts, text(101, "cảng", "2016-12-31T23:59"))
    assert keys(index, MONTH) == [("vi", "cang", f"2017-0{month}") for month in (1, 2, 3, 4)]
    year = YEAR.facts(index, "vi", "cang", "2017")
    assert (year.entries, [link.url for link in year.parts][:1]) == ((), ["chu-de/cang/luu-tru/2017-04/"])
    assert [one.title for one in YEAR.facts(index, "vi", "cang", "2016").entries] == ["Mục 101"]
    last = MONTH.facts(index, "vi", "cang", "2017-04")
    assert [one.title for one in last.entries] == [f"Mục {n}" for n in range(100, 89, -1)]
    assert (last.newer, last.older and last.older.title, last.crumbs[-1].title) == (None, "Tháng 3/2017", "Năm 2017")
    assert 'luu-tru/2017-03/"' in Theme(ROOT / "theme").render(YEAR.template, year).decode()


def test_near_an_item_is_what_came_before_it_by_topic_then_unit_then_section() -> None:
    index = index_of(
        text(1, "chợ", "2017-01-01T08:00"),
        text(2, "x2", "2017-01-02T08:00"),
        text(3, "x3", "2017-01-03T08:00", don_vi="qn-so-tttt"),
        text(4, "x4, cảng", "2017-01-04T08:00"),
        text(5, "x5", "2017-01-05T08:00"),
        text(6, "chợ, cảng", "2017-01-06T08:00", don_vi="qn-so-tttt"),
        text(7, "chợ", "2017-01-07T08:00", don_vi="qn-so-tttt"),
    )
    near = item_facts(index, index.item(by_id(index, 6))).siblings
    assert [link.title for link in near] == ["Mục 4", "Mục 1", "Mục 3", "Mục 5", "Mục 2"]


def test_of_several_items_of_one_title_the_newest_stands_near() -> None:
    same = text(2, "x2", "2017-01-02T08:00").replace("Mục 2", "MỤC 3")
    index = index_of(
        text(1, "x1", "2017-01-01T08:00"), same, text(3, "x3", "2017-01-03T08:00"), text(4, "x4", "2017-01-04T08:00")
    )
    near = item_facts(index, index.item(by_id(index, 4))).siblings
    assert [(link.title, link.url) for link in near] == [
        ("Mục 3", "tin-tuc/2017/muc-2/"),
        ("Mục 1", "tin-tuc/2017/muc-0/"),
    ]


def test_a_page_that_names_a_topic_shows_its_newest() -> None:
    files = [text(n, "x", f"2017-01-0{n}T08:00", chu_de="du_lich") for n in range(1, 9)]
    found = corpus(
        {f"content/qn/tuyen-truyen/2017/muc-{n}.md": one for n, one in enumerate(files)}
        | {"content/qn/thong-tin-chung/2017/mua-he.md": text(9, "hè", "2017-01-09T08:00", "trang", chu_de="du_lich")}
        | {"content/qn/thong-tin-chung/2017/khac.md": text(10, "hè", "2017-01-09T08:00", "trang")},
        date(2026, 11, 22),
    )
    index = Index(found, found.policy.portals["qn"], "internet")
    page = item_facts(index, index.item("content/qn/thong-tin-chung/2017/mua-he.md"))
    assert page.own is not None
    shown = Theme(ROOT / "theme").render("item.html", page).decode()
    assert [n for n in range(1, 9) if f">Mục {n}</a></h3>" in shown] == [3, 4, 5, 6, 7, 8]
    assert 'href="../../../chu-de/du-lich/"' in shown
    assert item_facts(index, index.item("content/qn/thong-tin-chung/2017/khac.md")).own is None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_answer_changes_was_said_to_be_touched(seed: int) -> None:
    """Many items of the same moment and of few topics: who is before whom, and whose only neighbour, is told by the ids."""
    dice = Random(seed)  # noqa: S311
    files = {
        f"content/qn/tin-tuc/2017/muc-{n}.md": text(
            n, f"chung, t{dice.randrange(6)}, u{dice.randrange(3)}",
            f"{dice.randrange(2016, 2018)}-01-01T0{dice.randrange(2)}:00",
            don_vi=dice.choice(("qn-so-tttt", "qn-so-gtvt")),
        )
        for n in range(10, 40)
    }  # fmt: skip
    found = corpus(files, date(2026, 11, 22))
    rows = [row for item in found.items if (row := row_of(found, item, "internet"))]
    base = Base()
    make(base)
    put(base, "qn/internet", rows)
    shelf = Shelf(base, "qn/internet")
    topics = sorted({term for row in rows for term in row.terms if term[0] == "topic"})
    asked = [(q, "vi", *term) for q, term in product(OF_TOPIC, topics)]
    asked += [(q, "vi", *term, year) for q, term, year in product(OF_YEARS, topics, ("2016", "2017"))]
    asked += [
        ("month_of_term", "vi", *term, month) for term, month in product(topics, ("2016-01", "2017-01", "2017-02"))
    ]
    for row in rows:
        asked += [("older", row.path), ("shared_terms", row.path, "topic")]
        asked += [("older_of_term", row.path, *term) for term in near(row)]
    for row in dice.sample(rows, 20):
        before = {key: shelf.answer(*key) for key in asked}
        remove(base, "qn/internet", [row.path])
        changed = {key for key in asked if shelf.answer(*key) != before[key]}
        assert changed
        assert changed <= shelf.touched([row])
        if dice.random() < 0.5:
            put(base, "qn/internet", [row])
            assert changed <= shelf.touched([row])
