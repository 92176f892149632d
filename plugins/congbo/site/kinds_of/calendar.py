"""Schedules by week, and as calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.by_view.schedule import weeks
from congbo.site.calendar_facts import calendar_facts
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, sections
from congbo.site.week_facts import week_facts


def _weeks(index: Index) -> Iterator[Key]:
    for section, lang in sections(index):
        if index.view_of(section) == "schedule":
            for week in weeks(index, section, lang):
                yield section, lang, week


def _calendars(index: Index) -> Iterator[Key]:
    """A preview has none: whoever subscribed to it would go on asking for what is no page yet."""
    if not index.preview:
        yield from (
            (s, lang) for s, lang in sections(index) if index.view_of(s) == "schedule" and weeks(index, s, lang)
        )


KINDS = (
    Kind("week", "week.html", week_facts, keys=_weeks),
    Kind("calendar", "", calendar_facts, keys=_calendars),
)
