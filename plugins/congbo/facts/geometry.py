"""Maps in attached files: GeoJSON (RFC 7946) of named areas, in degrees of longitude and latitude."""

from __future__ import annotations

import json
from typing import Any, Final

from msgspec import Struct

from congbo.facts.unread import Unread

MOST_BYTES: Final = 5_000_000
MOST_AREAS: Final = 1_000
MOST_POINTS: Final = 50_000
_CORNERS: Final = 4  # of the smallest ring: its last point is its first

Point = tuple[float, float]
Ring = tuple[Point, ...]


class Area(Struct, frozen=True):
    """A unit of a map: its name, and its rings, of which those inside others are holes."""

    name: str
    rings: tuple[Ring, ...]


class Areas(Struct, frozen=True):
    """A map; ``description`` is what its makers say of it as a whole."""

    areas: tuple[Area, ...]
    description: str = ""


class _NoMapError(Exception):
    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key)
        self.found = Unread(1, key, params)


def read_areas(data: bytes) -> Areas | Unread:
    """Return the areas of a GeoJSON file, or why it cannot be drawn. Never raises, whatever the bytes are."""
    if len(data) > MOST_BYTES:
        return Unread(1, "size", {"most": MOST_BYTES // 1_000_000})
    try:
        return _areas(json.loads(data.decode("utf-8-sig"), parse_int=_number, parse_float=_number))
    except UnicodeDecodeError as error:
        return Unread(data.count(b"\n", 0, error.start) + 1, "encoding")
    except json.JSONDecodeError as error:
        return Unread(error.lineno, "json")
    except RecursionError:
        return Unread(1, "json")
    except _NoMapError as error:
        return error.found


def _number(text: str) -> float:
    """Numbers of any length are read; what is too great for one is infinite, and lies outside of the world."""
    return float(text)


def _areas(found: Any) -> Areas:
    if not isinstance(found, dict) or found.get("type") != "FeatureCollection":
        raise _NoMapError("no_collection")
    features = found.get("features")
    if not isinstance(features, list) or not features:
        raise _NoMapError("no_features")
    if len(features) > MOST_AREAS:
        raise _NoMapError("areas", most=MOST_AREAS)
    areas = tuple(_area(feature, number) for number, feature in enumerate(features, 1))
    if sum(len(ring) for area in areas for ring in area.rings) > MOST_POINTS:
        raise _NoMapError("points", most=MOST_POINTS)
    description = found.get("description")
    return Areas(areas, description if isinstance(description, str) and description.isprintable() else "")


def _area(feature: Any, number: int) -> Area:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not name.strip() or not name.isprintable():
        raise _NoMapError("nameless", number=number)
    geometry = feature.get("geometry")
    kind, places = (geometry.get("type"), geometry.get("coordinates")) if isinstance(geometry, dict) else ("", None)
    if kind not in ("Polygon", "MultiPolygon"):
        raise _NoMapError("no_area", name=name)
    polygons = [places] if kind == "Polygon" else _list(places, name)
    return Area(name.strip(), tuple(_ring(ring, name) for polygon in polygons for ring in _list(polygon, name)))


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _NoMapError("broken", name=name)
    return value


def _ring(value: Any, name: str) -> Ring:
    ring = tuple(_point(one, name) for one in _list(value, name))
    if len(ring) < _CORNERS or ring[0] != ring[-1]:
        raise _NoMapError("open", name=name)
    return ring


def _point(value: Any, name: str) -> Point:
    if not isinstance(value, list) or len(value) < 2 or not all(isinstance(one, float) for one in value[:2]):
        raise _NoMapError("broken", name=name)
    along, up = value[:2]
    if not (-180 <= along <= 180 and -90 <= up <= 90):  # so is nothing that is no number
        raise _NoMapError("outside", name=name)
    return along, up
