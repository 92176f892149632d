"""Lines of lists: worked out once, anew where something that they rest on became another, never used when they are stale."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from congbo.dates import VIETNAM
from congbo.shelf.base import Base
from congbo.shelf.stock import DamagedError
from congbo.site.lines import Lines
from congbo.site.rests import number_of
from congbo.site.trace import Trace

EDITION, NOW = "dl/internet", datetime(2026, 11, 22, 9, tzinfo=VIETNAM)
KEYS = (("item", "hoà.md"), ("id", "đ"))


class Page:
    """A page that has one line, and counts how often that is worked out."""

    def __init__(self, rows: Base, *, until: datetime | None = None) -> None:
        self.rows, self.until, self.worked = rows, until, 0

    def made(self, touched: tuple[tuple[str, ...], ...] = (), *, now: datetime = NOW, anew: bool = False) -> Trace:
        lines, traces = Lines(self.rows, EDITION, now), [Trace()]
        lines.go_on(touched, anew=anew)
        assert lines.line(traces, "search", "hoà.md", lambda: self._work(traces)) == "Hoà đồng"
        return traces[-1]

    def _work(self, traces: list[Trace]) -> str:
        self.worked += 1
        for key in KEYS:
            traces[-1].on(*key)
        traces[-1].within(None, self.until)
        return "Hoà đồng"


def numbers(trace: Trace) -> set[int]:
    return {number_of(EDITION, key) for key in trace.keys} | trace.numbers


def test_a_line_is_worked_out_once_and_its_page_rests_on_the_same() -> None:
    page = Page(Base(), until=NOW + timedelta(days=1))
    first, again = page.made(), page.made((("item", "hòa.md"),))
    assert page.worked == 1
    assert numbers(first) == numbers(again) == {number_of(EDITION, key) for key in KEYS}
    assert (first.since, first.until) == (again.since, again.until)


@pytest.mark.parametrize("touched", KEYS)
def test_what_a_line_rests_on_makes_it_anew(touched: tuple[str, ...]) -> None:
    page = Page(Base())
    page.made()
    page.made((touched,))
    page.made()
    assert page.worked == 2


def test_a_line_of_another_moment_is_made_anew() -> None:
    page = Page(Base(), until=NOW + timedelta(hours=1))
    page.made()
    page.made(now=NOW + timedelta(minutes=59))
    assert page.worked == 1
    page.made(now=NOW + timedelta(hours=1))
    assert page.worked == 2


def test_lines_of_another_edition_are_others() -> None:
    page = Page(Base())
    page.made()
    lines, traces = Lines(page.rows, "dl/wan", NOW), [Trace()]
    lines.go_on((), anew=False)
    assert lines.line(traces, "search", "hoà.md", lambda: "khác") == "khác"


def test_a_publication_that_works_out_a_great_deal_leaves_no_line_behind() -> None:
    page = Page(Base())
    page.made()
    page.made(anew=True)
    page.made()
    assert page.worked == 3


def test_nothing_is_kept_before_it_is_said_what_was_touched() -> None:
    page = Page(Base())
    page.made()
    traces = [Trace()]
    assert Lines(page.rows, EDITION, NOW).line(traces, "search", "hoà.md", lambda: "mới") == "mới"


@pytest.mark.parametrize("change", ["text = 'Hoà  đồng'", "rests = x'00000000000000000000000000000000'", "sum = 0"])
def test_a_line_that_was_damaged_is_not_used(change: str) -> None:
    page = Page(Base())
    page.made()
    page.rows.execute(f"UPDATE line SET {change}")  # noqa: S608
    with pytest.raises(DamagedError):
        page.made()
