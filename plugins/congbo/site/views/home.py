"""The facts of home pages, of the site map for people, and of the page for a missing address."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Entry, Link, LinkGroup


class Line(Struct, frozen=True):
    """An item as a block of the home page shows it: of which kind it is, and a day other than that of its list line."""

    entry: Entry
    kind: str = ""
    day: Day | None = None


class Block(Struct, frozen=True):
    """A part of the home page: how to show it, its heading, its lines, the sections that they come from, a word on them."""

    view: str
    title: str
    lines: tuple[Line, ...]
    more: tuple[Link, ...]
    note: str = ""


class Told(Struct, frozen=True):
    """A link and one line on what is found there, which may be empty."""

    link: Link
    about: str


class ToldGroup(Struct, frozen=True):
    """Links with their lines under one heading."""

    title: str
    links: tuple[Told, ...]


class HomeFacts(PageFacts, frozen=True):
    """The home page. The first line of ``news`` leads; ``sections`` are all sections of the language; ``gathered`` leads to
    what the components publish."""

    news: Block | None = None
    blocks: tuple[Block, ...] = ()
    sections: tuple[Told, ...] = ()
    components: tuple[LinkGroup, ...] = ()
    gathered: tuple[Link, ...] = ()


class SiteMapFacts(PageFacts, frozen=True):
    """Every section with what is found there, in groups; the pages about the portal, and the component portals."""

    sections: tuple[ToldGroup, ...] = ()
    groups: tuple[LinkGroup, ...] = ()


class Tongue(Struct, frozen=True):
    """What the page for a missing address says in one language: its words, where to begin anew, all sections."""

    lang: str
    title: str
    says: str
    ways: tuple[Link, ...]
    sections: tuple[LinkGroup, ...]


class NotFoundFacts(PageFacts, frozen=True):
    """The page for a missing address, once in each language of the edition."""

    tongues: tuple[Tongue, ...] = ()
