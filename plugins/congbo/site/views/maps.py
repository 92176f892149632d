"""The values of maps of administrative units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from congbo.site.drawing.atlas import Atlas


class Parts(Struct, frozen=True):
    """The parts of a unit that are of one kind ("phường", or empty), by name."""

    kind: str
    names: tuple[str, ...]


class Unit(Struct, frozen=True):
    """A unit of the list: its number in the list, its name, what the list counts in it ("20 phường"), and its parts."""

    number: int
    name: str
    count: str = ""
    parts: tuple[Parts, ...] = ()


class Place(Struct, frozen=True):
    """An area of the drawing: its name, and the number of its unit in the list; 0 if the list has none of that name."""

    name: str
    number: int


class Map(Struct, frozen=True):
    """The units of a map, and the drawing of the file ``file`` with the places of its shapes, in the same order."""

    units: tuple[Unit, ...]
    file: str = ""
    atlas: Atlas | None = None
    places: tuple[Place, ...] = ()
    says: str = ""
