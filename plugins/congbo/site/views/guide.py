"""The facts of the editors' guide."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link


class GuidePart(Struct, frozen=True):
    """A part of a page of the guide: its title, the word by which the program names it, and its text as HTML."""

    anchor: str
    title: str
    word: str
    body: str


class FieldView(Struct, frozen=True):
    """A line of an item's head: how it is written, its name, what it is for, and the clauses that always ask for it."""

    key: str
    name: str
    explain: str
    required: bool = False
    asked: tuple[str, ...] = ()


class TypeView(Struct, frozen=True):
    """A content type and its own fields."""

    anchor: str
    name: str
    word: str
    fields: tuple[FieldView, ...]


class GuideFacts(PageFacts, frozen=True):
    """A page of the guide: its text, then what it lists. ``pages``: all pages of the guide;
    ``components``: the page of components, where the portal has one."""

    body: str = ""
    parts: tuple[GuidePart, ...] = ()
    common: TypeView | None = None
    types: tuple[TypeView, ...] = ()
    pages: tuple[Link, ...] = ()
    older: Link | None = None
    newer: Link | None = None
    components: Link | None = None
