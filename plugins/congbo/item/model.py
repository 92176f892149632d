"""One content file, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from congbo.message import Message
from congbo.place import Place
from congbo.typed.values import Image, Imported, Period, Value

__all__ = ["Address", "Fault", "Image", "Imported", "Item", "Period", "Reading", "Value"]


@dataclass(frozen=True)
class Address:
    """What the path says: ``content/<portal>/<section>/<year>/<slug>[.<lang>].md``."""

    path: str
    portal: str
    section: str
    year: int
    slug: str
    lang: str

    @property
    def folder(self) -> str:
        """Return the folder of the attachments."""
        return self.path.removesuffix(".md")


@dataclass(frozen=True)
class Item:
    """A content file's front matter in typed values, and its body.

    ``fields`` is by field id (``tac_gia``), ``places`` by front-matter key (``authors``). ``body_line`` counts from 1.
    """

    id: str
    type: str
    title: str
    summary: str
    address: Address
    fields: Mapping[str, Value]
    places: Mapping[str, Place]
    body: str
    body_line: int
    tags: tuple[str, ...] = ()
    translation: str = ""
    editions: tuple[str, ...] = ()
    publish_at: datetime | None = None
    expires_at: datetime | None = None
    imported: Imported | None = None

    @property
    def path(self) -> str:
        """Return the repository path."""
        return self.address.path

    @property
    def portal(self) -> str:
        """Return the portal's id."""
        return self.address.portal

    @property
    def section(self) -> str:
        """Return the section's id."""
        return self.address.section

    @property
    def lang(self) -> str:
        """Return the language: vi, en or zh."""
        return self.address.lang

    def place(self, key: str = "") -> Place:
        """Return where a front-matter key stands, or the first line."""
        return self.places.get(key, Place(self.path, 1, 1))

    def in_edition(self, edition: str) -> bool:
        """Tell whether the item belongs to an edition; an item without ``editions`` belongs to all."""
        return not self.editions or edition in self.editions


@dataclass(frozen=True)
class Fault:
    """Why a file is not a valid item, and how to mend it."""

    place: Place
    message: Message
    fix: Message


@dataclass(frozen=True)
class Reading:
    """The outcome of reading a file: the item, or the faults that prevent it."""

    path: str
    item: Item | None = None
    faults: tuple[Fault, ...] = field(default_factory=tuple)
