"""One content file, read once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct, field

from congbo.message import Message
from congbo.place import Place
from congbo.typed.values import Image, Imported, Note, Notes, Period, ReviewBy, Translated, Value, Withdrawal

__all__ = [
    "Address", "Fault", "Image", "Imported", "Item", "Note", "Notes", "Period", "Reading", "ReviewBy", "Translated", "Value",
    "Withdrawal",
]  # fmt: skip


# The fields in which an item speaks of its own publication.
CORRECTIONS = "dinh_chinh"
CHANGES = "ghi_chu_sua_doi"
WITHDRAWN = "rut_bai"
REVIEW = "ra_soat"
FROM = "ban_goc"
OFFERED = "gui_cong_chinh"


class Address(Struct, frozen=True):
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


class Item(Struct, frozen=True):
    """A content file's front matter in typed values, and its body.

    ``fields`` is by field id (``tac_gia``), ``places`` by front-matter key (``authors``). ``body_line`` counts from 1.
    ``body_sum`` is kept of the body where the portal has several languages, so that a translation can be told to be old.
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
    body_sum: str = ""

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

    @property
    def withdrawal(self) -> Withdrawal | None:
        """Return how the item was withdrawn, None if it was not."""
        found = self.fields.get(WITHDRAWN)
        return found if isinstance(found, Withdrawal) else None

    def notes(self, field_id: str) -> tuple[Note, ...]:
        """Return what the item says of its own corrections or changes, in the order of its lines."""
        found = self.fields.get(field_id)
        return found.entries if isinstance(found, Notes) else ()

    def in_edition(self, edition: str) -> bool:
        """Tell whether the item belongs to an edition; an item without ``editions`` belongs to all."""
        return not self.editions or edition in self.editions


class Fault(Struct, frozen=True):
    """Why a file is not a valid item, and how to mend it."""

    place: Place
    message: Message
    fix: Message


class Reading(Struct, frozen=True):
    """The outcome of reading a file: the item, or the faults that prevent it."""

    path: str
    item: Item | None = None
    faults: tuple[Fault, ...] = field(default_factory=tuple)
