"""Divides an island into regions: Voronoi cells around settled centres, with crooked borders that neighbours share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, cos, hypot, pi, sin, sqrt

from attached.dice import between, share
from attached.svg.draw import Point

ROUNDS = 3
CORNERS = 22


@dataclass(frozen=True)
class Region:
    """One region: its convex cell, its crooked border, its neighbours, and the place and room of its name."""

    cell: tuple[Point, ...]
    border: tuple[Point, ...]
    centre: Point
    room: float
    neighbours: frozenset[int]


def partition(count: int, seed: str, width: float, height: float) -> tuple[Region, ...]:
    """Return ``count`` regions, in rows from west to east."""
    cells = _settled(_start(count, seed, width, height), _coast(seed, width, height))
    return tuple(_region(n, cells, seed) for n in range(count))


def inner_borders(region: Region, count: int, seed: str) -> list[tuple[Point, Point]]:
    """Return the straight borders between ``count`` parts of a region, without the region's own border."""
    cells = _settled(_scattered(region.cell, count, seed), list(region.cell))
    edges: dict[tuple[Point, Point], int] = {}
    for cell in cells:
        for first, second in _sides(cell):
            low, high = sorted((_key(first), _key(second)))
            edges[low, high] = edges.get((low, high), 0) + 1
    return [edge for edge, times in edges.items() if times > 1 and edge[0] != edge[1]]


def _settled(centres: list[Point], land: list[Point]) -> list[list[Point]]:
    """Move each centre to the middle of its cell a few times, and return the cells."""
    for _ in range(ROUNDS):
        centres = [_middle(_cell(n, centres, land)) for n in range(len(centres))]
    return [_cell(n, centres, land) for n in range(len(centres))]


def _scattered(cell: tuple[Point, ...], count: int, seed: str) -> list[Point]:
    """Return points inside a convex cell."""
    xs, ys = [x for x, _ in cell], [y for _, y in cell]
    found: list[Point] = []
    tries = 0
    while len(found) < count:
        tries += 1
        point = (between(min(xs), max(xs), seed, "x", tries), between(min(ys), max(ys), seed, "y", tries))
        if all(_left(first, second, point) for first, second in _sides(list(cell))):
            found.append(point)
    return found


def _left(first: Point, second: Point, point: Point) -> bool:
    cross = (second[0] - first[0]) * (point[1] - first[1]) - (second[1] - first[1]) * (point[0] - first[0])
    return cross > 0


def _sides(cell: list[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(cell, [*cell[1:], *cell[:1]], strict=True)


def _coast(seed: str, width: float, height: float) -> list[Point]:
    """Return the outline: convex, because cells are cut from it by straight lines."""
    corners = []
    for n in range(CORNERS):
        angle = 2 * pi * n / CORNERS
        reach = between(0.94, 1.0, seed, "coast", n)
        corners.append(
            (width / 2 + cos(angle) * reach * width * 0.465, height / 2 + sin(angle) * reach * height * 0.455)
        )
    return corners


def _start(count: int, seed: str, width: float, height: float) -> list[Point]:
    rows = max(1, round(sqrt(count * height / width)))
    centres = []
    each = ceil(count / rows)
    for n in range(count):
        row, place = divmod(n, each)
        in_row = min(each, count - row * each)
        x = width * (0.12 + 0.76 * (place + 0.5) / in_row) + between(-12, 12, seed, "x", n)
        y = height * (0.1 + 0.8 * (row + 0.5) / rows) + between(-26, 26, seed, "y", n)
        centres.append((x, y))
    return centres


def _cell(number: int, centres: list[Point], coast: list[Point]) -> list[Point]:
    """Cut from the land everything that is nearer to another centre."""
    cell = coast
    for other, centre in enumerate(centres):
        if other != number:
            cell = _cut(cell, centres[number], centre)
    return cell


def _cut(cell: list[Point], own: Point, other: Point) -> list[Point]:
    def side(point: Point) -> float:
        return (
            (point[0] - own[0]) ** 2
            + (point[1] - own[1]) ** 2
            - (point[0] - other[0]) ** 2
            - (point[1] - other[1]) ** 2
        )

    kept: list[Point] = []
    for first, second in _sides(cell):
        a, b = side(first), side(second)
        if a <= 0:
            kept.append(first)
        if (a < 0) != (b < 0) and a != b:
            part = a / (a - b)
            kept.append((first[0] + (second[0] - first[0]) * part, first[1] + (second[1] - first[1]) * part))
    return kept


def _middle(cell: list[Point]) -> Point:
    area = x = y = 0.0
    for (ax, ay), (bx, by) in _sides(cell):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return (x / (3 * area), y / (3 * area))


def _region(number: int, cells: list[list[Point]], seed: str) -> Region:
    cell = cells[number]
    keys = {_key(point) for point in cell}
    neighbours = frozenset(
        n for n, other in enumerate(cells) if n != number and sum(_key(p) in keys for p in other) >= 2
    )
    border: list[Point] = []
    for first, second in _sides(cell):
        border += _crooked(first, second, seed)
    centre = _middle(cell)
    return Region(tuple(cell), tuple(border), centre, _room(cell, centre[1]), neighbours)


def _crooked(first: Point, second: Point, seed: str) -> list[Point]:
    """Return the way from one corner to the next, bent; both neighbours get the same way."""
    low, high = sorted((_key(first), _key(second)))
    length = hypot(high[0] - low[0], high[1] - low[1])
    steps = max(1, int(length / 16))
    way: list[Point] = [low]
    for n in range(1, steps):
        part = n / steps
        bend = (share(seed, low, high, n) - 0.5) * min(9, length / 10)
        x = low[0] + (high[0] - low[0]) * part - (high[1] - low[1]) / length * bend
        way.append((x, low[1] + (high[1] - low[1]) * part + (high[0] - low[0]) / length * bend))
    return way if _key(first) == low else [high, *way[:0:-1]]


def _room(cell: list[Point], y: float) -> float:
    """Return the width of the cell at the height of its name."""
    at = [a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) for a, b in _sides(cell) if (a[1] <= y) != (b[1] <= y)]
    return (max(at) - min(at)) * 0.86 if at else 60.0


def _key(point: Point) -> Point:
    return (round(point[0]) + 0.0, round(point[1]) + 0.0)
