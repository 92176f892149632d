"""The blocks of a home page: what a citizen comes for, each of a few items among the newest of its sections (ADR 20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from congbo.facts.consulting import CLOSES, Stage, stage_of
from congbo.item import Item
from congbo.site.by_view import schedule
from congbo.site.days import day_in, week_in
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.menu import of_views, short_link
from congbo.site.views import Block, Line

NEWS: Final = 4
DOCUMENTS: Final = 4
CALLS: Final = 3
SERVICES: Final = 6
APPOINTMENTS: Final = 3
ANSWERS: Final = 3
FIGURES: Final = 4

_ANSWERED, _DAY, _VALUE = "ngay_tra_loi", "ngay", "gia_tri"


def news(index: Index, lang: str) -> Block | None:
    """Return the newest items of all news sections."""
    sections = of_views(index, lang, ("news",))
    return _block(
        index, lang, "news", sections, [Line(entry(index, item)) for item in _newest(index, lang, sections, NEWS)]
    )


def blocks(index: Index, lang: str) -> Iterator[Block]:
    """Yield the other blocks in reading order; of views that the language shows nothing of, none."""
    for block in (_documents, _calls, _services, _appointments, _answers, _figures):
        if found := block(index, lang):
            yield found


def _documents(index: Index, lang: str) -> Block | None:
    """Documents of all kinds in one list; each says of which kind it is."""
    sections, types = of_views(index, lang, ("document",)), index.corpus.policy.types.types
    items = _newest(index, lang, sections, DOCUMENTS)
    lines = [Line(entry(index, item), types[item.type].name.in_(lang)) for item in items]
    return _block(index, lang, "document", sections, lines)


def _calls(index: Index, lang: str) -> Block | None:
    """What may be answered now, the first to close first; none of those that are over."""
    sections = of_views(index, lang, ("consultation", "forum"))
    newest = _newest(index, lang, sections)
    going = [item for item in newest if stage_of(item, index.reached) is Stage.OPEN]
    going.sort(key=lambda item: (str(item.fields[CLOSES]), item.id))
    return _block(index, lang, "consultation", sections, [Line(entry(index, item)) for item in going[:CALLS]])


def _services(index: Index, lang: str) -> Block | None:
    sections = of_views(index, lang, ("service",))
    items = _newest(index, lang, sections, SERVICES)
    return _block(index, lang, "service", sections, [Line(entry(index, item)) for item in items])


def _appointments(index: Index, lang: str) -> Block | None:
    """The appointments still to come of the week that goes on, or of the next that has some; else the last week's."""
    sections = of_views(index, lang, ("schedule",))
    if not sections:
        return None
    week = max((_week(index, section, lang) for section in sections), default="")
    over = bool(week) and index.reached(_end(week))
    items = [item for section in sections for item in _of_week(index, section, lang, week)] if week else []
    left = items if over else [item for item in items if not _passed(index, item)]
    note = (
        index.words(lang, "home.schedule.past" if over else "home.schedule.week", week=week_in(week, lang))
        if week
        else ""
    )
    return _block(
        index, lang, "schedule", sections, [Line(entry(index, item)) for item in (left or items)[:APPOINTMENTS]], note
    )


def _week(index: Index, section: str, lang: str) -> schedule.Week:
    """The first week with an appointment that is not over; else the last; none: empty."""
    chosen = ""
    for week in reversed(schedule.weeks(index, section, lang)):
        if chosen and index.reached(_end(week)):
            break
        chosen = week
    return chosen


def _of_week(index: Index, section: str, lang: str, week: schedule.Week) -> Iterable[Item]:
    return (item for part in schedule.of_week(index, section, lang, week) for item in part.items)


def _end(week: schedule.Week) -> date:
    year, _, number = week.partition("-W")
    return date.fromisocalendar(int(year), int(number), 7) + timedelta(days=1)


def _passed(index: Index, item: Item) -> bool:
    day = item.fields.get(_DAY)
    return isinstance(day, date) and index.reached(day + timedelta(days=1))


def _answers(index: Index, lang: str) -> Block | None:
    """Questions that were answered, the latest answer first."""
    sections = of_views(index, lang, ("question",))
    answered = [
        (day, item) for item in _newest(index, lang, sections) if isinstance(day := item.fields.get(_ANSWERED), date)
    ]
    answered.sort(key=lambda one: (one[0], one[1].id), reverse=True)
    lines = [Line(entry(index, item), day=day_in(day, lang)) for day, item in answered[:ANSWERS]]
    return _block(index, lang, "question", sections, lines)


def _figures(index: Index, lang: str) -> Block | None:
    """The newest figures; reports and registers, which have none of their own, stand in their section."""
    sections = of_views(index, lang, ("statistics",))
    items = [item for item in _newest(index, lang, sections) if _VALUE in item.fields]
    return _block(index, lang, "statistics", sections, [Line(entry(index, item)) for item in items[:FIGURES]])


def _newest(index: Index, lang: str, sections: Iterable[str], most: int | None = None) -> list[Item]:
    found = sorted((item for section in sections for item in index.newest(lang, section)), key=lambda item: item.id)
    return sorted(found, key=index.posted, reverse=True)[:most]


def _block(
    index: Index, lang: str, view: str, sections: tuple[str, ...], lines: Iterable[Line], note: str = ""
) -> Block | None:
    more = tuple(short_link(index, section, lang) for section in sections)
    return Block(view, index.words(lang, f"home.{view}"), tuple(lines), more, note) if sections else None
