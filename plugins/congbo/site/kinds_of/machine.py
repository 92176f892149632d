"""What machines read: redirects, feeds, the sitemap and what crawlers may do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.shelf import Row
from congbo.site import feed_facts, sitemap_facts
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, once, sections
from congbo.site.security_facts import security_facts


def _feeds(index: Index) -> Iterator[Key]:
    if index.preview:
        return
    yield from ((lang, "") for lang in index.languages)
    yield from ((lang, section) for section, lang in sections(index))


def _sitemaps(index: Index) -> Iterable[Key]:
    return () if index.preview else ((part,) for part in sitemap_facts.sitemap_parts(index))


def _told(index: Index) -> Iterable[Key]:
    """One, where the portal says where faults are told; a preview is nobody's to look after."""
    return ((),) if index.portal.security and not index.preview else ()


def _claimed(_: Index, row: Row) -> Iterator[Key]:
    """The addresses whose redirects may turn on an item: those that it had, and its own."""
    return ((url,) for url in (*row.claims, row.url))


def _redirects(index: Index, key: Key) -> bool:
    return bool(index.shelf.answer("claimant", *key)) and not index.shelf.answer("at", *key)


KINDS = (
    Kind("redirect", "redirect.html", feed_facts.redirect_facts, near=_claimed, stands=_redirects),
    Kind("feed", "atom.xml", feed_facts.feed_facts, keys=_feeds),
    Kind("sitemap", "sitemap.xml", sitemap_facts.sitemap_facts, keys=_sitemaps),
    Kind("robots", "", feed_facts.robots_facts, keys=once),
    Kind("security", "", security_facts, keys=_told),
)
