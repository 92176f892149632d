"""Calls for comments, of drafts and in forums: open or over, by their days, so that nothing over asks for letters."""

from __future__ import annotations

from datetime import date

from congbo.facts import schedule_addresses
from congbo.facts.consulting import CLOSES, OPENS, Stage, stage_of
from congbo.facts.terms import has_event
from congbo.frozen import replace
from congbo.item import Item
from congbo.site.by_view.view import NEWEST, Front, Part
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import Call

# The parts of a front in reading order: what may be answered now comes first.
_ORDER = (Stage.OPEN, Stage.TO_COME, Stage.TOLD, Stage.CLOSED, None)


def call(index: Index, item: Item, words: str = "call") -> Call | None:
    """Return how far a call has come, for its page and its lines; the page is the same until it goes further.

    ``words``: the first word of the keys of what its stages are called.
    """
    stage, closes, opens = _stage(index, item), item.fields.get(CLOSES), item.fields.get(OPENS)
    if stage is None or not isinstance(closes, date):
        return None
    return Call(
        str(stage),
        index.words(item.lang, f"{words}.{stage}"),
        day_in(closes, item.lang),
        day_in(opens, item.lang) if isinstance(opens, date) else None,
    )


def page(index: Index, item: Item) -> Call | None:
    """Return how far a call has come, and the file that takes its last day into a calendar while it is ahead."""
    found = call(index, item)
    if found is None or index.preview or not _goes_on(_stage(index, item)):
        return found
    if not has_event(index.corpus.policy.types, item):
        return found
    return replace(found, calendar=schedule_addresses.event(item))


def front(index: Index, section: str, lang: str) -> Front:
    """Return a front with every call that is open or to come, the first to close first, and the newest of those over."""
    items = index.section(section, lang)
    stages = {item.id: _stage(index, item) for item in items}
    going = sorted((item for item in items if _goes_on(stages[item.id])), key=lambda item: str(item.fields[CLOSES]))
    over = [item for item in items if not _goes_on(stages[item.id])][: max(0, NEWEST - len(going))]
    parts = ((stage, tuple(i for i in (*going, *over) if stages[i.id] == stage)) for stage in _ORDER)
    dated = not index.preview and index.answer("terms_of", lang, section, "closes")
    calendar = schedule_addresses.calendar(section, lang) if dated else ""
    return Front(tuple(Part(_title(index, lang, stage), found) for stage, found in parts if found), calendar)


def _stage(index: Index, item: Item) -> Stage | None:
    return stage_of(item, index.reached)


def _goes_on(stage: Stage | None) -> bool:
    return stage in (Stage.OPEN, Stage.TO_COME)


def _title(index: Index, lang: str, stage: Stage | None) -> str:
    return index.words(lang, f"call.{stage}") if stage else ""
