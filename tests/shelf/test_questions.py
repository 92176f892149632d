"""A question about one thing is looked up: it costs the same among three thousand items as among three hundred."""

from __future__ import annotations

import sqlite3

import pytest

from congbo.frozen import replace
from congbo.shelf import GONE, SHOWN, Row, Shelf, make, put, put_deeds, remove
from congbo.shelf.base import Base
from congbo.shelf.gathered import GatheredRow, put_gathered
from congbo.shelf.mapped import MOST
from congbo.shelf.shelf import _ASKED

EDITION = "dl/internet"
FEW, MANY = 300, 3_000
# The answers of the others grow with the edition, or with a section.
OF_ONE_THING = {
    "newest": ("vi",),
    "newest_of": ("vi", "tin"),
    "month_of": ("vi", "tin", "2026-11"),
    "months_in": ("vi",),
    "month_in": ("vi", "2026-11"),
    "older": ("content/dl/tin/2026/bai-7.md",),
    "family": ("dl-7",),
    "number": ("vi", "7/qd"),
    "naming": ("vi", "7/qd"),
    "id": ("dl-7",),
    "claimant": ("cu/7/",),
    "at": ("tin/2026/bai-7/",),
    "with_term": ("vi", "tin", "field", "linh-vuc-7"),
    "of_term": ("vi", "field", "linh-vuc-7"),
    "newest_with_term": ("vi", "tin", "field", "linh-vuc-7"),
    "newest_of_term": ("vi", "topic", "chung"),
    "year_of_term": ("vi", "topic", "chu-de-7", "1970"),
    "more_of_term": ("vi", "topic", "chung"),
    "more_of_year": ("vi", "topic", "chung", "1970"),
    "months_of_year": ("vi", "topic", "chu-de-7", "1970"),
    "month_of_term": ("vi", "topic", "chu-de-7", "1970-01"),
    "years_of_term": ("vi", "topic", "chung"),
    "two_of_term": ("vi", "topic", "chung"),
    "shared_terms": ("content/dl/tin/2026/bai-7.md", "topic"),
    "older_of_term": ("content/dl/tin/2026/bai-7.md", "topic", "chung"),
    "mapped_in": ("2026-11", "0"),
    "deeds": ("2026-11",),
    "deed_months": (),
    "deeds_before": ("2026-12",),
    "filed": ("vi", "tin", "field", "linh-vuc-7", ""),
    "filed_newest": ("vi", "tin", "year", "2026", "2026-07"),
    "filed_count": ("vi", "tin", "field", "linh-vuc-7", "2026"),
    "filed_periods": ("vi", "tin", "field", "linh-vuc-7", "2026"),
    "cited": ("vi", "7/nd"),
    "gathered": ("vi", "tin"),
    "offered": ("vi",),
    "gathers": ("vi",),
}


def day(number: int) -> str:
    return "2026-07-03" if number < 100 else "2026-08-03"


def row(number: int, *, state: str = SHOWN) -> Row:
    return Row(
        path=f"content/dl/tin/2026/bai-{number}.md",
        state=state,
        id=f"dl-{number}",
        url=f"tin/2026/bai-{number}/",
        section="tin",
        lang="vi",
        posted=number,
        month="2026-11" if number < 10 else "2026-12",
        original=f"dl-{number}",
        number=f"{number}/qd",
        names=(f"{number}/qd", f"{number}/nd"),
        claims=(f"cu/{number}/", f"cu/{number}/nua/"),
        terms=(
            ("cites", f"{number}/nd"), ("field", f"linh-vuc-{number}"), ("issued", day(number)), ("year", "2026"),
            ("topic", "chung"), ("topic", f"chu-de-{number}"),
        ),
    )  # fmt: skip


def shelf(rows: list[Row]) -> tuple[Shelf, Base]:
    base = Base()
    make(base)
    put(base, EDITION, rows)
    put_deeds(base, ((EDITION, one.month, "item", one.section, "", None, one.path) for one in rows))
    put_gathered(base, EDITION, (GatheredRow(r.path, r.lang, r.section, r.posted, r.id, offered=True) for r in rows))
    return Shelf(base, EDITION), base


def steps(rows: int, question: str) -> int:
    """Return how many steps SQLite takes to answer a question."""
    on, base = shelf([row(number) for number in range(rows)])
    connection: sqlite3.Connection = base._connection
    counted = 0

    def step() -> int:
        nonlocal counted
        counted += 1
        return 0

    connection.set_progress_handler(step, 1)
    assert on.answer(question, *OF_ONE_THING[question])
    connection.set_progress_handler(None, 0)
    return counted


def test_every_question_is_known() -> None:
    assert _ASKED.keys() - OF_ONE_THING.keys() == {
        "all_of", "months_of", "mapped", "terms_of", "filed_values", "values_of_two", "values_of",
        "all_gathered",
    }  # fmt: skip


@pytest.mark.parametrize("question", OF_ONE_THING)
def test_a_question_of_one_thing_is_looked_up(question: str) -> None:
    assert steps(MANY, question) < 2 * steps(FEW, question)


def test_all_rows_at_once_are_the_rows_one_by_one() -> None:
    rows = [row(3), row(1), row(2, state=GONE), row(9), row(4, state=GONE)]
    on, base = shelf(rows)
    put(base, "dl/wan", [row(5)])
    order = [*on.paths(SHOWN), *on.paths(GONE)]
    assert on.every() == [replace(one, terms=()) for one in on.rows(order)]
    assert [one.id for one in on.every()] == ["dl-9", "dl-3", "dl-1", "dl-4", "dl-2"]
    assert sorted(on.every()[0].claims) == ["cu/9/", "cu/9/nua/"]


def test_what_comes_to_a_long_month_stands_in_the_last_part_of_the_map_and_moves_nothing() -> None:
    """A month of twelve thousand items: the older parts stay as they are, and a removal passes one item on."""
    rows = [replace(row(number), month="2026-12", terms=(), names=(), claims=()) for number in range(2 * MOST + 3)]
    on, base = shelf(rows[:-1])
    parts = [("mapped_in", "2026-12", str(number)) for number in range(3)]
    before = [on.answer(*part) for part in parts]
    assert on.answer("mapped") == ("2026-12 2",)
    assert [len(paths) for paths in before] == [MOST, MOST, 2]
    assert {("mapped",), *parts} <= on.touched([rows[-1]])
    put(base, EDITION, rows[-1:])
    assert [on.answer(*part) for part in parts] == [*before[:2], (*before[2], rows[-1].path)]
    remove(base, EDITION, [before[0][0]])
    after = [on.answer(*part) for part in parts]
    assert (after[0][-1], after[1][-1]) == (before[1][0], before[2][0])
    assert len({path for paths in after for path in paths}) == len(rows) - 1
