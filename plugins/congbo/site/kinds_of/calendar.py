"""Schedules by week, month and leader; calendars to subscribe to; files that take one event into a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from congbo.facts.terms import EVENTS, LEADER, has_event
from congbo.shelf import SHOWN, Row
from congbo.site.by_view.schedule import weeks
from congbo.site.calendar_facts import CALLS, calendar_facts, event_facts, leader_calendar_facts
from congbo.site.grid_facts import grid_facts
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, sections
from congbo.site.leader_facts import leader_facts
from congbo.site.week_facts import week_facts


def _of(kind: str) -> Callable[[Index], Iterable[Key]]:
    """The keys of what schedules have by a kind of term."""

    def keys(index: Index) -> Iterator[Key]:
        for section, lang in _schedules(index):
            for value in index.answer("terms_of", lang, section, kind):
                yield section, lang, value

    return keys


def _schedules(index: Index) -> Iterator[tuple[str, str]]:
    return ((section, lang) for section, lang in sections(index) if index.view_of(section) == "schedule")


def _calendars(index: Index) -> Iterator[Key]:
    """A preview has none: whoever subscribed to it would go on asking for what is no page yet."""
    if index.preview:
        return
    yield from ((section, lang) for section, lang in _schedules(index) if weeks(index, section, lang))
    for section, lang in sections(index):
        if index.view_of(section) in CALLS and index.answer("terms_of", lang, section, "closes"):
            yield section, lang


def _leader_calendars(index: Index) -> Iterable[Key]:
    return () if index.preview else _of(LEADER)(index)


def _events(index: Index, row: Row) -> Iterator[Key]:
    if not index.preview and any(kind in EVENTS for kind, _ in row.terms):
        yield (row.path,)


def _all_events(index: Index) -> Iterator[Key]:
    for lang in () if index.preview else index.languages:
        for kind in EVENTS:
            for value in index.shelf.answer("values_of", lang, kind):
                yield from ((path,) for path in index.shelf.answer("of_term", lang, kind, value))


def _stands(index: Index, key: Key) -> bool:
    """An item that was edited may have lost its day."""
    return index.shelf.state(key[0]) == SHOWN and has_event(index.corpus.policy.types, index.item(key[0]))


KINDS = (
    Kind("week", "week.html", week_facts, keys=_of("week")),
    Kind("schedule_month", "schedule_month.html", grid_facts, keys=_of("month")),
    Kind("leader", "week.html", leader_facts, keys=_of(LEADER)),
    Kind("calendar", "", calendar_facts, keys=_calendars),
    Kind("leader_calendar", "", leader_calendar_facts, keys=_leader_calendars),
    Kind("event", "", event_facts, near=_events, stands=_stands, all_near=_all_events, of_item=True, sourced=True),
)
