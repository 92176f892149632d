"""The values of maps of administrative units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from congbo.site.drawing.atlas import Atlas


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a unit that are of one kind ("phường", or empty), by name."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the list: its number in the list, its name, what the list counts in it ("20 phường"), and its parts."""

    number: int
    name: str
    count: str = ""
    parts: tuple[Parts, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """An area of the drawing: its name, and the number of its unit in the list; 0 if the list has none of that name."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Map:
    """The units of a map, and the drawing of the file ``file`` with the places of its shapes, in the same order."""

    units: tuple[Unit, ...]
    file: str = ""
    atlas: Atlas | None = None
    places: tuple[Place, ...] = ()
    says: str = ""
