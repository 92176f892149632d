"""The facts of pages for people."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.altered import Altered
from congbo.site.views.notices import Cautions, Ceased
from congbo.site.views.parts import (
    Banner,
    Day,
    EffectView,
    Entry,
    Fact,
    File,
    Group,
    Link,
    LinkGroup,
    Notice,
    Picture,
    Sheet,
)


class Chrome(Struct, frozen=True):
    """What surrounds every page of one language of an edition. ``sections``: all of them, in groups; ``preview``: the words
    that mark a page that is none yet.
    """

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
    sections: tuple[LinkGroup, ...]
    languages: tuple[Link, ...]
    parent: Link | None
    footer: tuple[Fact, ...]
    about: tuple[Link, ...]
    regulation: str
    credit: str
    feed: str
    preview: str = ""
    ceased: Ceased | None = None
    banners: tuple[Banner, ...] = ()
    licence: Link | None = None


class PageFacts(Struct, frozen=True):
    """What every page declares: its chrome, own address, title, description, where it stands, its translations."""

    chrome: Chrome
    url: str
    title: str
    description: str
    crumbs: tuple[Link, ...]
    alternates: tuple[Link, ...]
    canonical: str


class SectionFacts(PageFacts, frozen=True):
    """A section's front: the newest 20 (or all, for views that are registers), and its archive by month.

    ``own``: a value of the view's own, see ``site/by_view``.
    """

    section: str = ""
    view: str = ""
    groups: tuple[Group, ...] = ()
    months: tuple[Link, ...] = ()
    feed: str = ""
    own: object = None


class MonthFacts(PageFacts, frozen=True):
    """One month of a section's archive, or its items of one field; ``rest``: where those are that it does not show."""

    section: str = ""
    view: str = ""
    entries: tuple[Entry, ...] = ()
    older: Link | None = None
    newer: Link | None = None
    rest: Link | None = None


class ItemFacts(PageFacts, frozen=True):
    """One item. ``facts`` are its fields in the order of its type, without what the page shows elsewhere.

    ``byline``: author, source, event time, posted time, unit, genre. ``sheet`` (documents): the parts of the official form.
    ``topics``: theme and tags, with an address where one has a page. ``own``: a value of the view's own: ``site/by_view``.
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
    topics: tuple[Link, ...] = ()
    siblings: tuple[Link, ...] = ()
    corrections: tuple[Notice, ...] = ()
    notes: tuple[Notice, ...] = ()
    versions: Link | None = None
    cautions: Cautions | None = None
    own: object = None


class GoneFacts(PageFacts, frozen=True):
    """What stands at the address of an item that was withdrawn or taken down. ``facts``: kind, day, basis, who decided."""

    says: str = ""
    facts: tuple[Fact, ...] = ()
    successor: Link | None = None


class VersionsFacts(PageFacts, frozen=True):
    """The earlier published forms of an item, the newest first."""

    item: Link | None = None
    versions: tuple[VersionView, ...] = ()


class VersionView(Struct, frozen=True):
    """One earlier form: from when until when it was shown. ``hidden``: on what basis it is not kept readable."""

    anchor: str
    from_: Day
    until: Day
    title: str
    summary: str
    body: str
    hidden: str = ""


class ChangesFacts(PageFacts, frozen=True):
    """What a change alters in an edition; only previews have this page."""

    altered: tuple[Altered, ...] = ()
