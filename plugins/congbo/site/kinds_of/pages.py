"""Pages that belong to no one item: of the whole edition, of its sections and of their archives."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site import change_facts, home_facts, section_facts
from congbo.site.book_facts import book_facts
from congbo.site.by_view import view_named
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, languages, once, sections


def _ruled(index: Index) -> Iterator[Key]:
    return languages(index) if index.regulation else iter(())


def _changed(index: Index) -> Iterator[Key]:
    return languages(index) if index.preview else iter(())


def _months(index: Index) -> Iterator[Key]:
    for section, lang in sections(index):
        if view_named(index.view_of(section)).by_month:
            for month in section_facts.months(index, section, lang):
                yield section, lang, month


KINDS = (
    Kind("home", "home.html", home_facts.home_facts, keys=languages),
    Kind("section", "section.html", section_facts.section_facts, keys=sections),
    Kind("month", "month.html", section_facts.month_facts, keys=_months),
    Kind("changes", "changes.html", change_facts.change_facts, keys=_changed),
    Kind("site_map", "sitemap.html", home_facts.site_map_facts, keys=languages),
    Kind("book", "book.html", book_facts, keys=_ruled),
    Kind("not_found", "not_found.html", home_facts.not_found_facts, keys=once),
)
