"""The facts of section fronts and of their archives by month."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.site.by_view import view_named
from congbo.site.by_view.view import Part
from congbo.site.days import month_in
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import Group, Link, MonthFacts, SectionFacts

Month = str  # as 2026-11


def section_facts(index: Index, section_id: str, lang: str) -> SectionFacts:
    """Return the facts of a section's front."""
    view = index.view_of(section_id)
    shown = view_named(view)
    front = shown.front(index, section_id, lang)
    name = index.corpus.policy.sections[section_id].name.in_(lang)
    return SectionFacts(
        **common(
            index, lang, addresses.section(section_id, lang), name,
            index.words(lang, "section.description", section=name, name=index.portal.name.in_(lang)),
            alternates=_alternates(index, section_id),
        ),
        section=section_id,
        view=view,
        groups=tuple(group(index, part) for part in front.parts),
        months=_archive(index, section_id, lang) if shown.by_month else shown.months(index, section_id, lang),
        feed="" if index.preview else addresses.feed(lang, section_id),
        own=front.own,
    )  # fmt: skip


def group(index: Index, part: Part) -> Group:
    """Return the lines of a part of a front."""
    return Group(part.title, tuple(entry(index, item) for item in part.items), part.day)


def _archive(index: Index, section_id: str, lang: str) -> tuple[Link, ...]:
    return tuple(_month_link(section_id, lang, month) for month in months(index, section_id, lang))


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
