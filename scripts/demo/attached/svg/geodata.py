"""The regions of a schematic map as GeoJSON, laid into the degrees where the portal's land lies; not its real borders."""

from __future__ import annotations

import json

from attached.svg.land import partition
from attached.svg.regions import HEIGHT, WIDTH, units_of
from attached.wanted import Studio, Wanted, original

# The corner in the north-west, and how many degrees the land is wide: roughly where these places are.
PLACES = {"qn": (106.45, 21.66, 1.6), "qn-campha": (107.1, 21.15, 0.4), "qn-camson": (107.32, 21.05, 0.05)}
WORDS = "Sơ đồ minh hoạ vị trí tương đối, không phải ranh giới thật."


def make(want: Wanted, studio: Studio) -> bytes:
    """Return one area for each unit, with its name; the borders are those of the picture of the same item."""
    west, north, wide = PLACES[want.item.portal]
    units = units_of(want.item)
    regions = partition(len(units), original(want, studio).item.id, WIDTH, HEIGHT - 50)
    features = [
        {
            "type": "Feature",
            "properties": {"name": f"{unit.kind} {unit.name}".strip()},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[_degrees(point, west, north, wide) for point in (*region.border, region.border[0])]],
            },
        }
        for unit, region in zip(units, regions, strict=True)
    ]
    found = {"type": "FeatureCollection", "description": WORDS, "features": features}
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _degrees(point: tuple[float, float], west: float, north: float, wide: float) -> list[float]:
    return [round(west + point[0] / WIDTH * wide, 5), round(north - point[1] / WIDTH * wide * 0.94, 5)]
