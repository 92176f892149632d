"""The facts of section fronts and of their archives by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from congbo.facts import addresses
from congbo.site.days import month_in
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import Entry, Group, Link, MonthFacts, SectionFacts

NEWEST = 20
# Registers are read as a whole and in their own order, not by day of posting.
REGISTERS = (
    "organisation",
    "person",
    "link",
    "service",
    "information",
    "chart",
    "map",
    "page",
    "science",
    "project",
    "plan",
)

Month = str  # as 2026-11


def section_facts(index: Index, section_id: str, lang: str) -> SectionFacts:
    """Return the facts of a section's front."""
    view = index.view_of(section_id)
    shown = index.listed(section_id, lang, 0 if view in REGISTERS else NEWEST)
    name = index.corpus.policy.sections[section_id].name.in_(lang)
    return SectionFacts(
        **common(
            index, lang, addresses.section(section_id, lang), name,
            index.words(lang, "section.description", section=name, name=index.portal.name.in_(lang)),
            alternates=_alternates(index, section_id),
        ),
        section=section_id,
        view=view,
        groups=tuple(_groups(view, [entry(index, item) for item in shown])),
        months=() if view in REGISTERS else tuple(_month_link(section_id, lang, m) for m in months(index, section_id, lang)),
        feed="" if index.preview else addresses.feed(lang, section_id),
    )  # fmt: skip


def months(index: Index, section_id: str, lang: str) -> tuple[Month, ...]:
    """Return the months of a section that have items, newest first."""
    return index.answer("months_of", lang, section_id)


def month_facts(index: Index, section_id: str, lang: str, month: Month) -> MonthFacts:
    """Return the facts of one month of a section's archive."""
    order = months(index, section_id, lang)
    at = order.index(month)
    name = index.corpus.policy.sections[section_id].name.in_(lang)
    title = index.words(lang, "month.title", section=name, month=_month_in(month, lang))
    return MonthFacts(
        **common(
            index, lang, addresses.month(section_id, lang, month), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[section_link(index, section_id, lang)],
        ),
        section=section_id,
        view=index.view_of(section_id),
        entries=tuple(entry(index, item) for item in index.asked("month_of", lang, section_id, month)),
        older=_month_link(section_id, lang, order[at + 1]) if at + 1 < len(order) else None,
        newer=_month_link(section_id, lang, order[at - 1]) if at else None,
    )  # fmt: skip


def _month_link(section_id: str, lang: str, month: Month) -> Link:
    return Link(_month_in(month, lang), addresses.month(section_id, lang, month))


def _month_in(month: Month, lang: str) -> str:
    year, _, number = month.partition("-")
    return month_in(int(year), int(number), lang)


def _alternates(index: Index, section_id: str) -> Iterator[tuple[str, str]]:
    for lang in index.languages:
        if index.has(section_id, lang):
            yield lang, addresses.section(section_id, lang)


def _groups(view: str, entries: list[Entry]) -> Iterable[Group]:
    if view == "schedule":
        return _by_day(entries)
    if view == "service":
        return _by_title(entries, lambda one: one.field)
    return (Group("", tuple(entries)),) if entries else ()


def _by_day(entries: list[Entry]) -> Iterator[Group]:
    """Schedules read from the first appointment of the newest day on."""
    ordered = sorted(entries, key=lambda one: one.time)
    ordered.sort(key=lambda one: one.day.iso if one.day else "", reverse=True)
    for day, group in groupby(ordered, key=lambda one: one.day):
        yield Group(day.text if day else "", tuple(group), day)


def _by_title(entries: list[Entry], title: Callable[[Entry], str]) -> Iterator[Group]:
    ordered = sorted(entries, key=lambda one: (title(one) == "", title(one), one.title))
    for name, group in groupby(ordered, key=title):
        yield Group(name, tuple(group))
