"""Areas of the earth as paths: degrees become places on a sheet, which is as wide as the land is at its middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, radians
from typing import Final

from msgspec import Struct

from congbo.site.drawing.scale import percent
from congbo.site.drawing.thinned import Point, thinned

WIDTH: Final = 1000  # units across
TALLEST: Final = 1400
BUDGET: Final = 40_000  # letters of all paths together
_FINEST: Final = 0.4  # units that a border may move when nothing presses

Rings = Sequence[Sequence[Point]]


class Shape(Struct, frozen=True):
    """An area: its path, and the middle of its largest ring in per cent of the sheet, where its number stands."""

    path: str
    x: float
    y: float


class Atlas(Struct, frozen=True):
    """A sheet of areas, in the order in which they were given."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


def atlas(areas: Sequence[Rings], budget: int = BUDGET) -> Atlas:
    """Return the paths of areas in degrees of longitude and latitude, coarser until they fit the budget.

    However coarse, each area keeps its largest ring: it may become a box, but does not disappear.
    """
    placed, width, height = _placed(areas)
    tolerance = _FINEST
    while True:
        paths = [_path(rings, tolerance) for rings in placed]
        if sum(map(len, paths)) <= budget or tolerance > WIDTH:
            break
        tolerance *= 1.6
    shapes = (_shape(path, rings, width, height) for path, rings in zip(paths, placed, strict=True))
    return Atlas(width, height, tuple(shapes))


def _placed(areas: Sequence[Rings]) -> tuple[list[list[list[Point]]], int, int]:
    """Put degrees on a sheet: equirectangular, with the width of a degree at the middle of the land."""
    points = [point for rings in areas for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = max(cos(radians((south + north) / 2)), 0.01)
    across, down = (east - west) * narrow, north - south
    scale = min(WIDTH / across if across else TALLEST, TALLEST / down if down else TALLEST)
    placed = [
        [[((x - west) * narrow * scale, (north - y) * scale) for x, y in ring] for ring in rings] for rings in areas
    ]
    return placed, max(1, round(across * scale)), max(1, round(down * scale))


def _path(rings: Rings, tolerance: float) -> str:
    """Return the path of an area; islands and holes that become less than a corner are left out, the largest ring is not."""
    largest = max(rings, key=_room)
    drawn = [_whole(thinned(ring, tolerance)) for ring in rings if ring is not largest]
    main = _whole(thinned(largest, tolerance))
    return "".join(map(_drawn, (main if len(main) > 2 else _box(largest), *(ring for ring in drawn if len(ring) > 2))))


def _whole(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """Return the corners in whole units, none twice in a row, without the one that closes the ring."""
    corners = [(round(x), round(y)) for x, y in ring]
    kept = [one for at, one in enumerate(corners) if at == 0 or one != corners[at - 1]]
    return kept[:-1] if len(kept) > 1 and kept[0] == kept[-1] else kept


def _box(ring: Sequence[Point]) -> list[tuple[int, int]]:
    left, top = round(min(x for x, _ in ring)), round(min(y for _, y in ring))
    right, low = max(left + 2, round(max(x for x, _ in ring))), max(top + 2, round(max(y for _, y in ring)))
    return [(left, top), (right, top), (right, low), (left, low)]


def _drawn(ring: Sequence[tuple[int, int]]) -> str:
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(_steps(ring))}z"


def _steps(ring: Sequence[tuple[int, int]]) -> Iterator[str]:
    for (x, y), (then_x, then_y) in pairwise(ring):
        yield f"{then_x - x} {then_y - y}"


def _room(ring: Sequence[Point]) -> float:
    return abs(_area_and_middle(ring)[0])


def _shape(path: str, rings: Rings, width: int, height: int) -> Shape:
    _, x, y = _area_and_middle(max(rings, key=_room))
    return Shape(path, min(100.0, max(0.0, percent(x / width))), min(100.0, max(0.0, percent(y / height))))


def _area_and_middle(ring: Sequence[Point]) -> tuple[float, float, float]:
    """Return twice the area and the centre of gravity; of a ring without area, the middle of its corners."""
    double = x = y = 0.0
    (left, top) = ring[0]
    for (ax, ay), (bx, by) in pairwise(ring):
        cross = (ax - left) * (by - top) - (bx - left) * (ay - top)
        double, x, y = double + cross, x + (ax + bx - 2 * left) * cross, y + (ay + by - 2 * top) * cross
    if abs(double) > 1e-6:
        return double, left + x / (3 * double), top + y / (3 * double)
    return 0.0, sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
