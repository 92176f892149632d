"""Cadences: how long a portal may go without something new, and where it went longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from msgspec import Struct

from congbo.facts.clocks import Limit, due
from congbo.facts.due import Due
from congbo.facts.working_days import Calendar

T = TypeVar("T")


class Gap(Struct, Generic[T], frozen=True):
    """A time without anything new that lasted too long: from ``after``, something was due; ``ended_by`` came too late.

    ``ended_by`` is None, and ``ended`` too, for a gap that is still open.
    """

    after: date
    due: Due
    ended: date | None = None
    ended_by: T | None = None


def gaps(
    calendar: Calendar, limit: Limit, what: Mapping[date, T], since: date, today: date, *, from_nothing: bool = False
) -> Iterator[Gap[T]]:
    """Yield the gaps between the days of ``what``, then the one that is open today.

    Nothing is asked before ``since``: what is older stands for that day. ``from_nothing``: the clock starts there even if
    there never was anything.
    """
    days = _counted(what, since, from_nothing=from_nothing)
    for before, after in pairwise(days):
        end = due(calendar, limit, before)
        if end.last_day is not None and after > end.last_day:
            yield Gap(before, end, after, what[after])
    if days:
        end = due(calendar, limit, days[-1])
        if end.last_day is not None and today > end.last_day:
            yield Gap(days[-1], end)


def first_of_each_day(dated: Iterable[tuple[date, T]]) -> Mapping[date, T]:
    """Return day -> the first thing of that day."""
    found: dict[date, T] = {}
    for day, thing in dated:
        found.setdefault(day, thing)
    return found


def _counted(what: Mapping[date, T], since: date, *, from_nothing: bool) -> list[date]:
    days = sorted(day for day in what if day >= since)
    begins_before = from_nothing or any(day < since for day in what)
    return [since, *days] if begins_before and days[:1] != [since] else days
