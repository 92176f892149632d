"""The values that a field can have, whether in a content file or in a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the item's folder, and what it shows in words."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time as written, with its first and last day."""

    text: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Imported:
    """When and where an item of an older system was first posted."""

    published: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What a waiver is about: a portal, a unit, an item, or a file with exactly these bytes; and from when until when.

    Both days count. ``target`` is the id or path; ``sha256`` stands for files only, 64 lower-case hexadecimal digits.
    """

    kind: str
    target: str
    from_: date | None = None
    until: date | None = None
    sha256: str = ""


Value = str | bool | date | datetime | Image | Period | Scope | tuple[str, ...]
