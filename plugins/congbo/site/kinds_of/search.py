"""The search: its page, and what is searched in parts, so that a new item changes one of them."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site import search_facts
from congbo.site.index import Index
from congbo.site.kind import OF_A_MONTH, Key, Kind, languages


def _pages(index: Index) -> Iterator[Key]:
    """A preview has no search: nobody may find there what is no page yet."""
    return iter(()) if index.preview else languages(index)


def _parts(index: Index) -> Iterator[Key]:
    return ((lang, month) for (lang,) in _pages(index) for month in search_facts.parts(index, lang))


KINDS = (
    Kind("search", "search.html", search_facts.search_facts, keys=_pages),
    Kind("search_part", "", search_facts.part_facts, keys=_parts, a_batch=OF_A_MONTH),
)
