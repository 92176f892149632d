"""The facts of calendars: schedules, one leader's, last days of calls for comments, and files of one event each.

A last day is an event that takes a whole day, not a to-do: what telephones subscribe to shows no to-dos.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date
from typing import Final

from congbo.facts import addresses, schedule_addresses
from congbo.facts.consulting import CLOSES
from congbo.item import Item
from congbo.site.by_view.schedule import day_named
from congbo.site.calendar_text import begins, calendar, escaped
from congbo.site.feed_facts import changed
from congbo.site.index import Index
from congbo.site.leader_facts import latest, name_of
from congbo.site.page_facts import section_link
from congbo.site.values import words
from congbo.site.views import TextFacts

# Weeks with an appointment, and days on which calls close, that a calendar holds, the last ones: so a file stays small, and
# rests on no clock.
WEEKS: Final = 26
DAYS: Final = 40
CALLS: Final = ("consultation", "forum")


def calendar_facts(index: Index, section: str, lang: str) -> TextFacts:
    """Return the calendar of a schedule, or of the last days of a section's calls for comments."""
    kind, most = ("closes", DAYS) if index.view_of(section) in CALLS else ("week", WEEKS)
    last = index.answer("terms_of", lang, section, kind)[-most:]
    items = (item for value in last for item in index.asked("with_term", lang, section, kind, value))
    return _of(index, schedule_addresses.calendar(section, lang), items, section_link(index, section, lang).title, lang)


def leader_calendar_facts(index: Index, section: str, lang: str, leader: str) -> TextFacts:
    """Return the calendar of one leader: what of theirs was posted last."""
    items = latest(index, section, lang, leader)
    return _of(index, schedule_addresses.leader_calendar(section, lang, leader), items, name_of(items, leader), lang)


def event_facts(index: Index, path: str) -> TextFacts:
    """Return the file of one appointment, or of the last day of one call."""
    item = index.item(path)
    return TextFacts(schedule_addresses.event(item), calendar(_event(index, item)))


def _of(index: Index, url: str, items: Iterable[Item], title: str, lang: str) -> TextFacts:
    ordered = sorted(items, key=lambda one: one.id)
    name = f"{title} - {index.portal.name.in_(lang)}"
    return TextFacts(url, calendar((line for item in ordered for line in _event(index, item)), name))


def _when(item: Item) -> tuple[str, ...] | None:
    """The lines of when an item's event is; None where its type has no such day, or it names none."""
    if day := day_named(item):
        return begins(day, str(item.fields.get("gio", "")))
    last = item.fields.get(CLOSES)
    return (*begins(last, ""), "TRANSP:TRANSPARENT") if isinstance(last, date) else None


def _event(index: Index, item: Item) -> Iterator[str]:
    when = _when(item)
    if when is None:
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@{index.host}"
    yield f"DTSTAMP:{changed(index, item).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from when
    yield f"SUMMARY:{escaped(_title(index, item))}"
    yield f"DESCRIPTION:{escaped(_told(index, item))}"
    if place := words(index, item, "dia_diem"):
        yield f"LOCATION:{escaped(place)}"
    yield f"URL:{index.absolute(addresses.item(item))}"
    yield "END:VEVENT"


def _title(index: Index, item: Item) -> str:
    return item.title if day_named(item) else index.words(item.lang, "call.event", title=item.title)


def _told(index: Index, item: Item) -> str:
    who, what = words(index, item, "lanh_dao"), words(index, item, "noi_dung") or item.summary
    return ": ".join(filter(None, (who, what)))
