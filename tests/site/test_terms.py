"""What the shelf answers about terms is what a look at all items says, and what is touched is what changed."""

from __future__ import annotations

from datetime import date
from itertools import product
from random import Random

import pytest

from congbo.facts.terms import terms_of
from congbo.item import Item
from congbo.shelf import Shelf, make, put, remove, row_of
from congbo.shelf.base import Base
from congbo.site.by_view.statistics import series
from congbo.site.index import Index
from congbo.site.kinds_of.calendar import KINDS
from congbo.site.section_facts import section_facts
from congbo.site.views import Weeks
from support.items import corpus

TEXT = """---
id: qn-2017-{number}
type: {type}
title: Mục {number}
summary: Tóm tắt {number}.
imported:
  published: {posted}T09:00:00+07:00
  source: Hệ thống cũ
{more}---
Nội dung.
"""


def text(number: int, type_: str, posted: str, **more: object) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in more.items())
    return TEXT.format(number=number, type=type_, posted=posted, more=lines)


def index_of(portal: str, files: dict[str, str]) -> Index:
    found = corpus(files, date(2026, 11, 22))
    return Index(found, found.policy.portals[portal], "internet")


def some_items(dice: Random) -> dict[str, str]:
    made = {}
    for number in range(40):
        day = f"2017-0{dice.randrange(1, 4)}-1{dice.randrange(3)}"
        path = f"content/qn/lich-lanh-dao/2017/hop-{number}.md"
        facts = {"ngay": day, "gio": '"08:00"', "lanh_dao": f"Ông {number % 3}"}
        made[path] = text(number, "lich", f"2017-01-0{dice.randrange(1, 4)}", **facts)
    return made


def newest_first(items: list[Item], index: Index) -> tuple[str, ...]:
    ordered = sorted(sorted(items, key=lambda one: one.id), key=index.posted, reverse=True)
    return tuple(one.path for one in ordered)


@pytest.mark.parametrize("seed", range(5))
def test_answers_are_those_of_a_look_at_every_item(seed: int) -> None:
    index = index_of("qn", some_items(Random(seed)))  # noqa: S311
    table = index.corpus.policy.types
    known = {one.path: set(terms_of(table, one)) for one in index.items}
    for kind in ("day", "week", "month", "leader"):
        values = sorted({value for terms in known.values() for name, value in terms if name == kind})
        assert index.answer("terms_of", "vi", "lich-lanh-dao", kind) == tuple(values)
        for value in values:
            having = newest_first([one for one in index.items if (kind, value) in known[one.path]], index)
            assert index.answer("with_term", "vi", "lich-lanh-dao", kind, value) == having
            assert index.answer("of_term", "vi", kind, value) == having
            assert index.answer("with_term", "vi", "tin-tuc", kind, value) == ()


@pytest.mark.parametrize("seed", range(5))
def test_whatever_answer_changes_was_said_to_be_touched(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    found = corpus(some_items(dice), date(2026, 11, 22))
    rows = [row for item in found.items if (row := row_of(found, item, "internet"))]
    base = Base()
    make(base)
    put(base, "qn/internet", rows)
    shelf = Shelf(base, "qn/internet")
    place = ("vi", "lich-lanh-dao")
    values = sorted({term for row in rows for term in row.terms})
    asked = [("terms_of", *place, kind) for kind in ("day", "week", "month", "leader")]
    asked += [(*q, *term) for q, term in product((("with_term", *place), ("of_term", "vi")), values)]
    for row in dice.sample(rows, 12):
        before = {key: shelf.answer(*key) for key in asked}
        (kept,) = shelf.rows([row.path])
        assert set(kept.terms) == set(row.terms)
        remove(base, "qn/internet", [row.path])
        changed = {key for key in asked if shelf.answer(*key) != before[key]}
        assert changed
        assert changed <= shelf.touched([kept])


def test_a_schedule_shows_the_last_week_that_has_an_appointment_from_monday_on() -> None:
    days = {1: "2017-07-03", 2: "2017-07-09", 3: "2017-07-05", 4: "2017-06-30", 5: "2017-07-03"}
    hours = {1: "14:00", 5: "07:30"}
    index = index_of("qn", {
        f"content/qn/lich-lanh-dao/2017/hop-{number}.md": text(
            number, "lich", "2017-06-20", ngay=day, gio=f'"{hours.get(number, "08:00")}"'
        )
        for number, day in days.items()
    })  # fmt: skip
    page = section_facts(index, "lich-lanh-dao", "vi")
    assert [[one.title for one in group.entries] for group in page.groups] == [["Mục 5", "Mục 1"], ["Mục 3"], ["Mục 2"]]
    assert isinstance(page.own, Weeks)
    assert page.own.older is not None
    assert page.own.older.url == "lich-lanh-dao/tuan/2017-W26/"
    assert page.own.newer is None
    week = KINDS[0]
    assert week.keys is not None
    assert list(week.keys(index)) == [("lich-lanh-dao", "vi", "2017-W26"), ("lich-lanh-dao", "vi", "2017-W27")]
    earlier = week.facts(index, "lich-lanh-dao", "vi", "2017-W26")
    assert [one.title for group in earlier.groups for one in group.entries] == ["Mục 4"]
    assert earlier.around.newer.url == "lich-lanh-dao/tuan/2017-W27/"


def test_a_figure_is_followed_by_those_published_before_it() -> None:
    facts = {"chi_tieu": "Dân số", "don_vi": "qn-so-tttt", "don_vi_tinh": "người"}
    files = {
        f"content/qn/thong-ke/2017/so-{number}.md": text(
            number, "thong_ke", f"2017-0{number}-01", ky_so_lieu=f'"2017-0{number}"', gia_tri=f'"{number}"', **facts
        )
        for number in (1, 2, 3)
    }
    files["content/qn/thong-ke/2017/so-9.md"] = (
        files["content/qn/thong-ke/2017/so-1.md"]
        .replace("qn-2017-1", "qn-2017-9")
        .replace("don_vi: qn-so-tttt", "don_vi: qn-so-gtvt")
    )
    index = index_of("qn", files)
    by_id = {one.id: series(index, one) for one in index.items}
    assert by_id["qn-2017-1"] is None
    assert by_id["qn-2017-9"] is None
    newest = by_id["qn-2017-3"]
    assert newest is not None
    assert [one.value for one in newest.figures] == ["3 người", "2 người", "1 người"]
