"""Divides an island into regions, with crooked borders that neighbours share."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, hypot, pi, sin, sqrt

from attached.dice import between, share
from attached.svg.draw import Point
from attached.svg.voronoi import key, middle, scattered, settled, sides

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
    cells = settled(_start(count, seed, width, height), _coast(seed, width, height))
    return tuple(_region(n, cells, seed) for n in range(count))


def inner_borders(region: Region, count: int, seed: str) -> list[tuple[Point, Point]]:
    """Return the straight borders between ``count`` parts of a region, without the region's own border."""
    cells = settled(scattered(region.cell, count, seed), list(region.cell))
    edges: dict[tuple[Point, Point], int] = {}
    for cell in cells:
        for first, second in sides(cell):
            low, high = sorted((key(first), key(second)))
            edges[low, high] = edges.get((low, high), 0) + 1
    return [edge for edge, times in edges.items() if times > 1 and edge[0] != edge[1]]


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


def _region(number: int, cells: list[list[Point]], seed: str) -> Region:
    cell = cells[number]
    keys = {key(point) for point in cell}
    neighbours = frozenset(
        n for n, other in enumerate(cells) if n != number and sum(key(p) in keys for p in other) >= 2
    )
    border: list[Point] = []
    for first, second in sides(cell):
        border += _crooked(first, second, seed)
    centre = middle(cell)
    return Region(tuple(cell), tuple(border), centre, _room(cell, centre[1]), neighbours)


def _crooked(first: Point, second: Point, seed: str) -> list[Point]:
    """Return the way from one corner to the next, bent; both neighbours get the same way."""
    low, high = sorted((key(first), key(second)))
    length = hypot(high[0] - low[0], high[1] - low[1])
    steps = max(1, int(length / 16))
    way: list[Point] = [low]
    for n in range(1, steps):
        part = n / steps
        bend = (share(seed, low, high, n) - 0.5) * min(9, length / 10)
        x = low[0] + (high[0] - low[0]) * part - (high[1] - low[1]) / length * bend
        way.append((x, low[1] + (high[1] - low[1]) * part + (high[0] - low[0]) / length * bend))
    return way if key(first) == low else [high, *way[:0:-1]]


def _room(cell: list[Point], y: float) -> float:
    """Return the width of the cell at the height of its name."""
    at = [a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) for a, b in sides(cell) if (a[1] <= y) != (b[1] <= y)]
    return (max(at) - min(at)) * 0.86 if at else 60.0
