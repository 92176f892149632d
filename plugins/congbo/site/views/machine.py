"""The facts of what machines read: redirects, feeds, sitemaps, plain text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RedirectFacts:
    """A page at an earlier address that leads to the present one."""

    lang: str
    url: str
    target: str
    title: str
    canonical: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of an Atom feed, with absolute addresses."""

    id: str
    url: str
    title: str
    summary: str
    author: str
    published: str
    updated: str


@dataclass(frozen=True)
class FeedFacts:
    """An Atom feed."""

    url: str
    title: str
    self_url: str
    home_url: str
    lang: str
    updated: str
    author: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True)
class SitemapFacts:
    """One part of the sitemap, or (``index``) the list of its parts: absolute addresses with their last change."""

    url: str
    index: bool
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FileFacts:
    """A file that is shown as it is: an attachment of an item, a style of the theme."""

    url: str
    data: bytes


@dataclass(frozen=True)
class TextFacts:
    """A plain text file such as robots.txt."""

    url: str
    text: str
