"""Schedules: a week at a time, each day in the order of the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.by_view.view import NEWEST, Front, Part
from congbo.site.days import day_in, week_in
from congbo.site.index import Index
from congbo.site.views import Link, Weeks

Week = str  # as 2017-W27


def front(index: Index, section: str, lang: str) -> Front:
    """Return a front of the last week that has an appointment, and of the newest items that name no day."""
    known = weeks(index, section, lang)
    last = known[-1:]
    undated = tuple(one for one in index.listed(section, lang, NEWEST) if _day(one) is None)
    parts = [part for week in last for part in of_week(index, section, lang, week)]
    own = weeks_around(index, section, lang, last[0]) if last else None
    return Front((*parts, *((Part("", undated),) if undated else ())), own)


def weeks(index: Index, section: str, lang: str) -> tuple[Week, ...]:
    """Return the weeks of a section that have an appointment, in order."""
    return index.answer("terms_of", lang, section, "week")


def of_week(index: Index, section: str, lang: str, week: Week) -> Iterator[Part]:
    """Yield the days of a week that have an appointment."""
    return _by_day(index.asked("with_term", lang, section, "week", week), lang)


def weeks_around(index: Index, section: str, lang: str, week: Week) -> Weeks:
    """Return a week's name, and the nearest weeks before and after it that have an appointment."""
    known = weeks(index, section, lang)
    at = known.index(week)
    near = [Link(week_in(one, lang), addresses.week(section, lang, one)) for one in known[max(0, at - 1) : at + 2]]
    return Weeks(
        week_in(week, lang),
        near[0] if at else None,
        near[-1] if at + 1 < len(known) else None,
        "" if index.preview else addresses.calendar(section, lang),
    )


def _by_day(items: Iterable[Item], lang: str) -> Iterator[Part]:
    dated = [(day, item) for item in items if (day := _day(item))]
    dated.sort(key=lambda one: (one[0], str(one[1].fields.get("gio", "")), one[1].id))
    for day, part in groupby(dated, key=lambda one: one[0]):
        when = day_in(day, lang)
        yield Part(when.text, tuple(item for _, item in part), when)


def _day(item: Item) -> date | None:
    own = item.fields.get("ngay")
    return own if isinstance(own, date) else None
