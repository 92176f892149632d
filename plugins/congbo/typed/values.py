"""The values that a field can have, whether in a content file or in a record."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class Image(Struct, frozen=True):
    """A picture in the item's folder, and what it shows in words."""

    file: str
    alt: str


class Period(Struct, frozen=True):
    """A span of time as written, with its first and last day."""

    text: str
    first: date
    last: date


class Imported(Struct, frozen=True):
    """When and where an item of an older system was first posted."""

    published: datetime
    source: str


class Scope(Struct, frozen=True):
    """What a waiver is about: a portal, a unit, an item, or a file with exactly these bytes; and from when until when.

    Both days count. ``target`` is the id or path; ``sha256`` stands for files only, 64 lower-case hexadecimal digits.
    """

    kind: str
    target: str
    from_: date | None = None
    until: date | None = None
    sha256: str = ""


class Note(Struct, frozen=True):
    """A correction or a change of an item that was published already, as the public is told.

    ``hides``: on what basis the text before it is not kept readable; "" where it is.
    """

    day: date
    text: str
    hides: str = ""


class Notes(Struct, frozen=True):
    """Notes in the order in which they were written."""

    entries: tuple[Note, ...]

    def __str__(self) -> str:
        return "; ".join(f"{note.day}: {note.text}" for note in self.entries)


class Withdrawal(Struct, frozen=True):
    """Why an item was withdrawn, on which day and basis, and the id of the item in its place ("": none)."""

    kind: str
    day: date
    basis: str
    successor: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (str(self.day), self.kind, self.basis, self.successor) if part)


class ReviewBy(Struct, frozen=True):
    """By which day somebody of a role looks at an item again."""

    day: date
    role: str

    def __str__(self) -> str:
        return f"{self.day}, {self.role}"


class Translated(Struct, frozen=True):
    """Of which day the text is that a translation was made from, and the sum of each of its parts, by the part's name."""

    day: date
    sums: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "; ".join((str(self.day), *(f"{part} {sum_}" for part, sum_ in self.sums)))


Value = (
    str | bool | date | datetime | Image | Period | Scope | Notes | Withdrawal | ReviewBy | Translated | tuple[str, ...]
)
