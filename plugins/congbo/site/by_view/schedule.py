"""Schedules: a week at a time, each day in the order of the clock; and whose each appointment is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from congbo.dates import day_of
from congbo.facts import schedule_addresses
from congbo.facts.terms import has_event, leader_word, leaders_in, week_of
from congbo.item import Item
from congbo.site.by_view.view import NEWEST, Front, Part
from congbo.site.days import day_in, month_in, week_in
from congbo.site.index import Index
from congbo.site.views import Appointment, Link, Weeks

Week = str  # as 2017-W27
Month = str  # as 2017-07
_DAY: Final = "ngay"
_HOUR: Final = "gio"
_WHO: Final = "lanh_dao"


def front(index: Index, section: str, lang: str) -> Front:
    """Return a front of the last week that has an appointment, and of the newest items that name no day."""
    known = weeks(index, section, lang)
    last = known[-1:]
    undated = tuple(one for one in index.listed(section, lang, NEWEST) if day_named(one) is None)
    parts = [part for week in last for part in of_week(index, section, lang, week)]
    own = weeks_around(index, section, lang, last[0]) if last else None
    return Front((*parts, *((Part("", undated),) if undated else ())), own)


def weeks(index: Index, section: str, lang: str) -> tuple[Week, ...]:
    """Return the weeks of a section that have an appointment, in order."""
    return index.answer("terms_of", lang, section, "week")


def of_week(index: Index, section: str, lang: str, week: Week) -> Iterator[Part]:
    """Yield the days of a week that have an appointment."""
    return by_day(index.asked("with_term", lang, section, "week", week), lang)


def weeks_around(index: Index, section: str, lang: str, week: Week) -> Weeks:
    """Return a week's name, and the nearest weeks before and after it that have an appointment."""
    known = weeks(index, section, lang)
    at = known.index(week)
    near = [week_link(section, lang, one) for one in known[max(0, at - 1) : at + 2]]
    items = tuple(item for part in of_week(index, section, lang, week) for item in part.items)
    return Weeks(
        week_in(week, lang),
        near[0] if at else None,
        near[-1] if at + 1 < len(known) else None,
        tuple(dict.fromkeys(month_link(section, lang, _month(item)) for item in items)),
        tuple(dict.fromkeys(link for item in items for link in leaders(index, item))),
        "" if index.preview else schedule_addresses.calendar(section, lang),
    )


def week_link(section: str, lang: str, week: Week) -> Link:
    """Return the link to a week."""
    return Link(week_in(week, lang), schedule_addresses.week(section, lang, week))


def month_link(section: str, lang: str, month: Month) -> Link:
    """Return the link to a month."""
    year, _, number = month.partition("-")
    return Link(month_in(int(year), int(number), lang), schedule_addresses.schedule_month(section, lang, month))


def months(index: Index, section: str, lang: str) -> tuple[Link, ...]:
    """Return the months of a section that have an appointment, the last one first."""
    known = index.answer("terms_of", lang, section, "month")
    return tuple(month_link(section, lang, month) for month in reversed(known))


def leaders(index: Index, item: Item) -> tuple[Link, ...]:
    """Return whose an appointment is, each with the page of what they do lately."""
    text = item.fields.get(_WHO)
    named = leaders_in(text) if isinstance(text, str) and _has_pages(index, item) else ()
    words = ((name, leader_word(name)) for name in named)
    return tuple(Link(name, schedule_addresses.leader(item.section, item.lang, word)) for name, word in words if word)


def appointment(index: Index, item: Item) -> Appointment | None:
    """Return what an appointment's page says beside its fields; None for one without a day."""
    day = day_named(item)
    if day is None:
        return None
    own = _has_pages(index, item)
    return Appointment(
        leaders(index, item),
        week_link(item.section, item.lang, week_of(day)) if own else None,
        month_link(item.section, item.lang, _month(item)) if own else None,
        "" if index.preview or not has_event(index.corpus.policy.types, item) else schedule_addresses.event(item),
    )


def line(index: Index, item: Item) -> Appointment:
    """Return whose an appointment is, for its line in lists."""
    return Appointment(leaders(index, item))


def _has_pages(index: Index, item: Item) -> bool:
    """Sections of another view that take appointments too have no weeks and no leaders."""
    return day_named(item) is not None and index.view_of(item.section) == "schedule"


def by_day(items: Iterable[Item], lang: str) -> Iterator[Part]:
    """Yield the days of some appointments, each in the order of the clock."""
    dated = [(day, item) for item in items if (day := day_named(item))]
    dated.sort(key=lambda one: (one[0], str(one[1].fields.get(_HOUR, "")), one[1].id))
    for day, part in groupby(dated, key=lambda one: one[0]):
        when = day_in(day, lang)
        yield Part(when.text, tuple(item for _, item in part), when)


def day_named(item: Item) -> date | None:
    """Return the day of an appointment."""
    own = item.fields.get(_DAY)
    return day_of(own) if isinstance(own, date) else None


def _month(item: Item) -> Month:
    return f"{day_named(item):%Y-%m}"
