"""The facts of one month of a schedule: its weeks and days, as on a calendar on a wall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from congbo.facts import schedule_addresses
from congbo.facts.terms import week_of
from congbo.item import Item
from congbo.site.by_view.schedule import by_day, month_link, week_link
from congbo.site.days import day_in
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import Cell, GridFacts, MonthRow


def grid_facts(index: Index, section: str, lang: str, month: str) -> GridFacts:
    """Return the facts of a month ("2017-07") of a section."""
    known = index.answer("terms_of", lang, section, "month")
    at = known.index(month)
    items = index.asked("with_term", lang, section, "month", month)
    front, name = section_link(index, section, lang), month_link(section, lang, month).title
    title = index.words(lang, "month.title", section=front.title, month=name)
    return GridFacts(
        **common(
            index, lang, schedule_addresses.schedule_month(section, lang, month), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[front],
        ),
        rows=tuple(_rows(index, section, lang, month, items)),
        count=len(items),
        older=month_link(section, lang, known[at - 1]) if at else None,
        newer=month_link(section, lang, known[at + 1]) if at + 1 < len(known) else None,
        calendar="" if index.preview else schedule_addresses.calendar(section, lang),
    )  # fmt: skip


def _rows(index: Index, section: str, lang: str, month: str, items: Iterable[Item]) -> Iterator[MonthRow]:
    from calendar import Calendar  # for pages of months alone

    year, _, number = month.partition("-")
    busy = {date.fromisoformat(part.day.iso): part.items for part in by_day(items, lang) if part.day}
    for days in Calendar().monthdatescalendar(int(year), int(number)):
        cells = (_cell(index, section, lang, day, busy) if day.month == int(number) else None for day in days)
        week = week_of(days[0])
        link = week_link(section, lang, week) if any(day in busy for day in days) else None
        yield MonthRow(int(week.partition("-W")[2]), tuple(cells), link)


def _cell(index: Index, section: str, lang: str, day: date, busy: Mapping[date, tuple[Item, ...]]) -> Cell:
    """A day; one with appointments leads to itself on the page of its week."""
    when, items = day_in(day, lang), busy.get(day, ())
    url = f"{schedule_addresses.week(section, lang, week_of(day))}#d-{when.iso}" if items else ""
    return Cell(when, day.day, tuple(entry(index, item) for item in items), url)
