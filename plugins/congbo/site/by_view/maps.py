"""Maps: the units as a list, and a drawing of the geodata whose areas lead to their places in the list."""

from __future__ import annotations

from typing import Final

from congbo.facts.administrative import Listed, listed
from congbo.item import Item
from congbo.site.index import Index
from congbo.site.views.maps import Map, Parts, Place, Unit
from congbo.text.fold import fold

UNITS: Final = "don_vi_hanh_chinh"
GEODATA: Final = "du_lieu_ban_do"


def map_of(index: Index, item: Item) -> Map:
    """Return what a map's page shows; of geodata that cannot be drawn, nothing: a finding says what is wrong."""
    lines = item.fields.get(UNITS)
    units = tuple(
        _unit(number, listed(line)) for number, line in enumerate(lines if isinstance(lines, tuple) else (), 1)
    )
    name = item.fields.get(GEODATA)
    path = f"{item.address.folder}/{name}"
    if not isinstance(name, str) or not index.corpus.tree.has(path):
        return Map(units)
    return _drawn(units, name, index.corpus.tree.read(path))


def _drawn(units: tuple[Unit, ...], file: str, data: bytes) -> Map:
    from congbo.facts.geometry import Areas, read_areas  # few pages have a map
    from congbo.site.drawing.atlas import atlas

    found = read_areas(data)
    if not isinstance(found, Areas):
        return Map(units)
    numbers = {fold(unit.name): unit.number for unit in units}
    places = tuple(Place(area.name, numbers.get(fold(area.name), 0)) for area in found.areas)
    return Map(units, file, atlas([area.rings for area in found.areas]), places, found.description)


def _unit(number: int, one: Listed) -> Unit:
    return Unit(number, one.name, one.count, tuple(Parts(kind, names) for kind, names in one.parts))
