"""A unit is there on its whole last day; the next day those that are left do its work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from congbo.facts.reorganised import ceased_on, forerunners, heirs
from congbo.place import Place
from congbo.policy.units import Unit

LAST = date(2025, 6, 30)


def unit(name: str, *successors: str, until: date | None = LAST) -> Unit:
    return Unit(name, f"Đơn vị {name}", "phuong", Place("policies/units/dl.yml"), until=until, successors=successors)


def on(day: date) -> Callable[[date], bool]:
    return lambda one: one <= day


def registry(*some: Unit) -> Mapping[str, Unit]:
    return {one.id: one for one in some}


AFTER = on(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("until", "today", "since"),
    [
        (LAST, LAST, None),
        (LAST, date(2025, 7, 1), date(2025, 7, 1)),
        (None, date(2025, 7, 1), None),
        (date.max, date.max, None),
    ],
)
def test_the_last_day_counts_whole(until: date | None, today: date, since: date | None) -> None:
    assert ceased_on(unit("a", until=until), on(today)) == since


def test_who_took_over_and_ceased_too_gives_way_to_those_after_it() -> None:
    units = registry(unit("a", "b", "c"), unit("b", "d", "c"), unit("c", until=None), unit("d", until=None))
    assert [one.id for one in heirs(units, units["a"], AFTER)] == ["d", "c"]
    assert [one.id for one in heirs(units, units["a"], on(LAST))] == ["b", "c"]


def test_the_last_that_is_known_stands_for_itself_and_a_ring_ends() -> None:
    units = registry(unit("a", "b"), unit("b", "a"))
    assert [one.id for one in heirs(units, units["a"], AFTER)] == ["b"]
    assert heirs(registry(unit("a", "khong-co")), unit("a", "khong-co"), AFTER) == ()


def test_a_unit_took_over_only_from_those_that_ceased() -> None:
    units = registry(unit("a", "c"), unit("b", "c", until=date(2026, 12, 31)), unit("c", until=None))
    assert [one.id for one in forerunners(units, units["c"], AFTER)] == ["a"]
    assert forerunners(units, units["c"], on(LAST)) == ()
