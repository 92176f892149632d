"""The parts that page facts are made of."""

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
class Sized:
    """A size of a picture: its address as an attribute of HTML has it, width and height in dots, its form (``WEBP``)."""

    url: str
    width: int
    height: int
    form: str


@dataclass(frozen=True, slots=True)
class Picture:
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


@dataclass(frozen=True, slots=True)
class Fact:
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


@dataclass(frozen=True, slots=True)
class File:
    """An attachment: address, name, kind in capitals ("PDF"), size in words ("34 kB") and bytes, pages in words if known."""

    url: str
    name: str
    kind: str
    size: str
    title: str = ""
    bytes: int = 0
    pages: str = ""


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


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading (a day of a schedule, a field of services, a kind of body); the title may be empty."""

    title: str
    entries: tuple[Entry, ...]
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    title: str
    links: tuple[Link, ...]


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


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or change note: its day and its words, in the language of the item."""

    day: Day
    text: str


@dataclass(frozen=True, slots=True)
class Banner:
    """An emergency banner: its words, since when, and where to read more."""

    text: str
    lang: str
    since: Day
    url: str = ""
