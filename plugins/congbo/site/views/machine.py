"""The facts of what machines read: redirects, feeds, sitemaps, plain text."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.parts import Link


class RedirectFacts(Struct, frozen=True):
    """A page at an earlier address that leads to the present one."""

    lang: str
    url: str
    target: str
    title: str
    canonical: str


class Category(Struct, frozen=True):
    """What an entry of a feed is about: a word for programs, and a name."""

    term: str
    label: str


class Enclosure(Struct, frozen=True):
    """A file that belongs to an entry of a feed, with its absolute address; ``length`` in bytes."""

    url: str
    type: str
    length: int
    title: str


class FeedEntry(Struct, frozen=True):
    """One entry of an Atom feed, with absolute addresses."""

    id: str
    url: str
    title: str
    summary: str
    author: str
    published: str
    updated: str
    categories: tuple[Category, ...]
    enclosures: tuple[Enclosure, ...]


class FeedFacts(Struct, frozen=True):
    """An Atom feed; ``licence``: under which its words may be used."""

    url: str
    title: str
    self_url: str
    home_url: str
    lang: str
    updated: str
    author: str
    licence: Link | None
    entries: tuple[FeedEntry, ...]


class SitemapEntry(Struct, frozen=True):
    """A page, or (in the list of parts) a part: its absolute address, the day of its last change ("" if not told), and the
    same page in every language (itself, too) where there is more than one: language and address."""

    url: str
    changed: str = ""
    tongues: tuple[tuple[str, str], ...] = ()


class SitemapFacts(Struct, frozen=True):
    """One part of the sitemap, or (``index``) the list of its parts."""

    url: str
    index: bool
    entries: tuple[SitemapEntry, ...]


class FileFacts(Struct, frozen=True):
    """A file that is shown as it is: an attachment of an item, a style of the theme."""

    url: str
    data: bytes


class TextFacts(Struct, frozen=True):
    """A plain text file such as robots.txt."""

    url: str
    text: str
