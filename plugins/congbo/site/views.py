"""The facts that pages declare. A page shows nothing that is not in its facts, so it changes only when they do.

Every ``url`` is a path from the edition's root without a leading slash ("hoi-dap/2019/dk-hon/"); templates put the page's
own ``root`` ("../../../") before it, so that a built site works under any address and from a USB stick. Texts are plain
text and escaped by the templates; only ``body`` is HTML, already sanitised.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Day:
    """A date or date-time: ISO for machines, words for people in the page's language."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site (``url``) or to elsewhere (``external``)."""

    title: str
    url: str
    current: bool = False
    external: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its words; ``width`` and ``height`` in CSS pixels (0 = not known)."""

    url: str
    alt: str
    width: int = 0
    height: int = 0
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value. ``kind`` is the field type; ``values`` has one entry, or one a line of a list field."""

    key: str
    label: str
    kind: str
    values: tuple[str, ...]
    iso: str = ""
    url: str = ""

    @property
    def value(self) -> str:
        """Return the value as one text."""
        return ", ".join(self.values)


@dataclass(frozen=True, slots=True)
class File:
    """An attachment: address, name, kind in capitals ("PDF") and size in words ("34 kB")."""

    url: str
    name: str
    kind: str
    size: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class EffectView:
    """Effect state of a document: vocabulary id, words, the days it turns on, "as of" day, related documents."""

    state: str
    text: str
    from_: Day | None
    until: Day | None
    as_of: Day
    replaced_by: tuple[Link, ...] = ()
    replaces: tuple[Link, ...] = ()
    amended_by: tuple[Link, ...] = ()
    amends: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list. Only what the view shows is filled; texts are empty and days None otherwise."""

    id: str
    url: str
    title: str
    view: str
    type: str
    summary: str = ""
    day: Day | None = None
    unit: str = ""
    number: str = ""
    issued: Day | None = None
    effect: str = ""
    effect_text: str = ""
    closes: Day | None = None
    state: str = ""
    state_text: str = ""
    time: str = ""
    place: str = ""
    who: str = ""
    field: str = ""
    value: str = ""
    picture: Picture | None = None
    external: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading (a day of a schedule, a field of services, a kind of body); the title may be empty."""

    title: str
    entries: tuple[Entry, ...]
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the home page: its section's title and address, how to show it, and its entries."""

    section: str
    view: str
    title: str
    url: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Chrome:
    """What surrounds every page of one language of an edition."""

    portal: str
    edition: str
    lang: str
    palette: str
    over: str
    name: str
    short: str
    host: str
    owner: str
    home: str
    menu: tuple[Link, ...]
    languages: tuple[Link, ...]
    parent: Link | None
    footer: tuple[Fact, ...]
    about: tuple[Link, ...]
    regulation: str
    credit: str
    feed: str


@dataclass(frozen=True)
class PageFacts:
    """What every page declares: its chrome, own address, title, description, where it stands, its translations."""

    chrome: Chrome
    url: str
    title: str
    description: str
    crumbs: tuple[Link, ...]
    alternates: tuple[Link, ...]
    canonical: str


@dataclass(frozen=True)
class HomeFacts(PageFacts):
    """The home page. ``lead`` is the newest news item with or without a picture."""

    lead: Entry | None = None
    news: Block | None = None
    blocks: tuple[Block, ...] = ()
    components: tuple[LinkGroup, ...] = ()


@dataclass(frozen=True)
class SectionFacts(PageFacts):
    """A section's front: the newest 20 (or all, for views that are registers), and its archive by month."""

    section: str = ""
    view: str = ""
    groups: tuple[Group, ...] = ()
    months: tuple[Link, ...] = ()
    feed: str = ""


@dataclass(frozen=True)
class MonthFacts(PageFacts):
    """One month of a section's archive."""

    section: str = ""
    view: str = ""
    entries: tuple[Entry, ...] = ()
    older: Link | None = None
    newer: Link | None = None


@dataclass(frozen=True)
class ItemFacts(PageFacts):
    """One item. ``facts`` are its fields in the order of its type, without what the page shows elsewhere.

    ``byline``: author, source, event time, posted time, unit, genre. ``sheet`` (documents): the parts of the official form.
    """

    id: str = ""
    type: str = ""
    type_name: str = ""
    view: str = ""
    section: str = ""
    summary: str = ""
    body: str = ""
    posted: Day | None = None
    updated: Day | None = None
    byline: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    files: tuple[File, ...] = ()
    picture: Picture | None = None
    effect: EffectView | None = None
    sheet: Sheet | None = None
    citation: str = ""
    tags: tuple[str, ...] = ()
    siblings: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The official form of a document."""

    issuer: str
    motto: bool
    number: str
    place_and_day: str
    kind: str
    abstract: str
    bases: tuple[str, ...]
    recipients: tuple[str, ...]
    signatory: str


@dataclass(frozen=True)
class SiteMapFacts(PageFacts):
    """Every section with how it is reached, and the component portals."""

    groups: tuple[LinkGroup, ...] = ()


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
class TextFacts:
    """A plain text file such as robots.txt."""

    url: str
    text: str


Facts = PageFacts | RedirectFacts | FeedFacts | SitemapFacts | TextFacts
