"""Schedules by week."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.by_view.schedule import weeks
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, sections
from congbo.site.week_facts import week_facts


def _weeks(index: Index) -> Iterator[Key]:
    for section, lang in sections(index):
        if index.view_of(section) == "schedule":
            for week in weeks(index, section, lang):
                yield section, lang, week


KINDS = (Kind("week", "week.html", week_facts, keys=_weeks),)
