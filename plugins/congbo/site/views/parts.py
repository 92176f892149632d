"""The parts that page facts are made of."""

from __future__ import annotations

from msgspec import Struct


class Day(Struct, frozen=True):
    """A date or date-time: ISO for machines, words for people in the page's language."""

    iso: str
    text: str


class Link(Struct, frozen=True):
    """A link inside the site (``url``) or to elsewhere (``external``)."""

    title: str
    url: str
    current: bool = False
    external: bool = False
    lang: str = ""


class Sized(Struct, frozen=True):
    """A size of a picture: its address as an attribute of HTML has it, width and height in dots, its form (``WEBP``)."""

    url: str
    width: int
    height: int
    form: str


class Picture(Struct, frozen=True):
    """A picture with its words; ``width`` and ``height`` in CSS pixels (0 = not known).

    ``sizes``: those that there are, from the narrowest; none of drawings. ``plain``: the one for browsers that know only
    JPEG. ``more``: the file itself is wider than all of them.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0
    credit: str = ""
    caption: str = ""
    sizes: tuple[Sized, ...] = ()
    plain: Sized | None = None
    more: bool = False


class Fact(Struct, frozen=True):
    """One labelled value. ``kind`` is the field type; ``values`` has one entry, or one a line of a list field.

    ``iso`` is the value for machines: a date, or the id of a vocabulary's value.
    """

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


class File(Struct, frozen=True):
    """An attachment: address, name, kind in capitals ("PDF"), size in words ("34 kB") and bytes, pages in words if known."""

    url: str
    name: str
    kind: str
    size: str
    title: str = ""
    bytes: int = 0
    pages: str = ""


class EffectView(Struct, frozen=True):
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


class Entry(Struct, frozen=True):
    """One line of a list. Only what the view shows is filled; texts are empty and days None otherwise.

    ``own``: a value of the view's own, see ``site/by_view``.
    """

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
    own: object = None


class Group(Struct, frozen=True):
    """Entries under one heading (a day of a schedule, a field of services, a kind of body); the title may be empty."""

    title: str
    entries: tuple[Entry, ...]
    day: Day | None = None


class LinkGroup(Struct, frozen=True):
    """Links under one heading."""

    title: str
    links: tuple[Link, ...]


class Sheet(Struct, frozen=True):
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


class Notice(Struct, frozen=True):
    """A correction or change note: its day and its words, in the language of the item."""

    day: Day
    text: str


class Banner(Struct, frozen=True):
    """An emergency banner: its words, since when, and where to read more."""

    text: str
    lang: str
    since: Day
    url: str = ""
