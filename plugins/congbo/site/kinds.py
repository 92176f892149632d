"""The kinds of pages, written down: which there are, their keys, their facts, their template.

Both Pelican's run and the incremental build go through this table: a key in, facts out, bytes out (ADR 0003).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from congbo.site import change_facts, feed_facts, gone_facts, home_facts, section_facts, version_facts
from congbo.site.book_facts import book_facts
from congbo.site.index import Index
from congbo.site.item_facts import item_facts
from congbo.site.views import Facts


@dataclass(frozen=True)
class Kind:
    """One kind of page: its keys in an edition, and the facts of a key. ``source`` names the item that a key stands for."""

    name: str
    template: str
    keys: Callable[[Index], Iterable[Any]]
    facts: Callable[[Index, Any], Facts]
    source: Callable[[Any], str | None] = lambda _: None


def _languages(index: Index) -> Iterable[str]:
    return index.languages


def _ruled_languages(index: Index) -> Iterable[str]:
    return index.languages if index.regulation else ()


def _sections(index: Index) -> Iterator[tuple[str, str]]:
    return ((section, lang) for lang in index.languages for section in index.sections(lang))


def _months(index: Index) -> Iterator[tuple[str, str, section_facts.Month]]:
    for section, lang in _sections(index):
        if index.view_of(section) not in section_facts.REGISTERS:
            for month in section_facts.months(index, section, lang):
                yield section, lang, month


def _feeds(index: Index) -> Iterator[tuple[str, str]]:
    if index.preview:
        return
    yield from ((lang, "") for lang in index.languages)
    yield from ((lang, section) for section, lang in _sections(index))


def _sitemaps(index: Index) -> Iterable[str]:
    return () if index.preview else feed_facts.sitemap_parts(index)


KINDS: tuple[Kind, ...] = (
    Kind("home", "home.html", _languages, home_facts.home_facts),
    Kind("section", "section.html", _sections, lambda i, key: section_facts.section_facts(i, *key)),
    Kind("month", "month.html", _months, lambda i, key: section_facts.month_facts(i, *key)),
    Kind("item", "item.html", lambda i: i.items, item_facts, lambda item: str(item.id)),
    Kind("gone", "gone.html", lambda i: i.gone, gone_facts.gone_facts, lambda item: str(item.id)),
    Kind("versions", "versions.html", version_facts.corrected, version_facts.version_facts, lambda item: str(item.id)),
    Kind("changes", "changes.html", lambda i: i.languages if i.preview else (), change_facts.change_facts),
    Kind("site_map", "sitemap.html", _languages, home_facts.site_map_facts),
    Kind("book", "book.html", _ruled_languages, book_facts),
    Kind("not_found", "not_found.html", lambda _: ("",), lambda i, _: home_facts.not_found_facts(i)),
    Kind("redirect", "redirect.html", feed_facts.redirects, lambda _, facts: facts),
    Kind("feed", "atom.xml", _feeds, lambda i, key: feed_facts.feed_facts(i, *key)),
    Kind("sitemap", "sitemap.xml", _sitemaps, feed_facts.sitemap_facts),
    Kind("robots", "", lambda _: ("",), lambda i, _: feed_facts.robots_facts(i)),
)
