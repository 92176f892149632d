"""The values of registers of documents: facets, pages of their values, relations, contents of a gazette."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Entry, Group, Link


class Choice(Struct, frozen=True):
    """A value of a facet, or a year or month of one: its page, the value for the script, how many documents it has."""

    link: Link
    value: str
    count: int = 0


class Facet(Struct, frozen=True):
    """One way to divide a register."""

    kind: str
    title: str
    choices: tuple[Choice, ...]


class Register(Struct, frozen=True):
    """What stands beside a register of documents. ``files``: the data that the script searches, the newest first;
    ``states``: words of the four states, by their ids; ``at_years``: the page of states at the ends of years."""

    count: int
    facets: tuple[Facet, ...]
    files: tuple[str, ...]
    states: tuple[Choice, ...]
    at_years: Link | None = None


class FacetFacts(PageFacts, frozen=True):
    """The documents of a value of a facet, or of a year or month of it: the newest, and parts where there are more."""

    view: str = ""
    count: int = 0
    entries: tuple[Entry, ...] = ()
    parts: tuple[Choice, ...] = ()
    all_of: Link | None = None


class EffectsFacts(PageFacts, frozen=True):
    """The states of a register's documents: on any day by script, and at the ends of years.

    ``years``: the pages of the years that are over; ``day``: the day that this page tells the states of.
    """

    view: str = ""
    register: Register | None = None
    years: tuple[Link, ...] = ()
    day: Day | None = None
    groups: tuple[Group, ...] = ()


class Related(Struct, frozen=True):
    """A document in a relation to another one: what it is to it, and what is related to it in turn.

    ``more``: how many others stand in the same relation and are not listed.
    """

    relation: str
    words: str
    number: str
    title: str
    url: str
    state: str
    state_text: str
    related: tuple[Related, ...] = ()
    more: int = 0


class Box(Struct, frozen=True):
    """A document in a drawing: its place, its number, what it is to the one from which the line comes."""

    x: int
    y: int
    number: str
    words: str
    own: bool = False


class Line(Struct, frozen=True):
    """A line between two boxes."""

    x1: int
    y1: int
    x2: int
    y2: int


class Graph(Struct, frozen=True):
    """A drawing of relations: what is earlier to the left, what is later to the right."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


class RelationsFacts(PageFacts, frozen=True):
    """A document's relations as a list of lists and as a drawing."""

    item: Link | None = None
    related: tuple[Related, ...] = ()
    graph: Graph | None = None


class Document(Struct, frozen=True):
    """What a document's page has of its own: the documents that it is based on, its relations' page, the states of its
    register on other days; of a gazette's issue, what is printed in it."""

    cites: tuple[Link, ...] = ()
    relations: Link | None = None
    other_day: Link | None = None
    issue: str = ""
    contents: tuple[Related, ...] = ()
