"""The facts of section fronts and of their archives by month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from congbo.facts import addresses
from congbo.item import Item
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

Month = tuple[int, int]


def section_facts(index: Index, section_id: str, lang: str) -> SectionFacts:
    """Return the facts of a section's front."""
    view = index.view_of(section_id)
    items = index.listed(section_id, lang)
    shown = items if view in REGISTERS else items[:NEWEST]
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


def months(index: Index, section_id: str, lang: str) -> list[Month]:
    """Return the months of a section that have items, newest first."""
    return list(_by_month(index, section_id, lang))


def month_facts(index: Index, section_id: str, lang: str, month: Month) -> MonthFacts:
    """Return the facts of one month of a section's archive."""
    by_month = _by_month(index, section_id, lang)
    order = list(by_month)
    at = order.index(month)
    name = index.corpus.policy.sections[section_id].name.in_(lang)
    title = index.words(lang, "month.title", section=name, month=month_in(*month, lang))
    return MonthFacts(
        **common(
            index, lang, addresses.month(section_id, lang, *month), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[section_link(index, section_id, lang)],
        ),
        section=section_id,
        view=index.view_of(section_id),
        entries=tuple(entry(index, item) for item in by_month[month]),
        older=_month_link(section_id, lang, order[at + 1]) if at + 1 < len(order) else None,
        newer=_month_link(section_id, lang, order[at - 1]) if at else None,
    )  # fmt: skip


def _by_month(index: Index, section_id: str, lang: str) -> Mapping[Month, list[Item]]:
    found: dict[Month, list[Item]] = defaultdict(list)
    for item in index.section(section_id, lang):
        moment = index.posted(item)
        found[moment.year, moment.month].append(item)
    return found


def _month_link(section_id: str, lang: str, month: Month) -> Link:
    return Link(month_in(*month, lang), addresses.month(section_id, lang, *month))


def _alternates(index: Index, section_id: str) -> Iterator[tuple[str, str]]:
    for lang in index.languages:
        if index.section(section_id, lang):
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
