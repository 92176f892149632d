"""Cells of the plane: everything inside a convex land that is nearer to one centre than to any other."""

from __future__ import annotations

from collections.abc import Iterator

from attached.dice import between
from attached.svg.draw import Point

ROUNDS = 3


def settled(centres: list[Point], land: list[Point]) -> list[list[Point]]:
    """Move each centre to the middle of its cell a few times, and return the cells."""
    for _ in range(ROUNDS):
        centres = [middle(_cell(n, centres, land)) for n in range(len(centres))]
    return [_cell(n, centres, land) for n in range(len(centres))]


def scattered(cell: tuple[Point, ...], count: int, seed: str) -> list[Point]:
    """Return points inside a convex cell."""
    xs, ys = [x for x, _ in cell], [y for _, y in cell]
    found: list[Point] = []
    tries = 0
    while len(found) < count:
        tries += 1
        point = (between(min(xs), max(xs), seed, "x", tries), between(min(ys), max(ys), seed, "y", tries))
        if all(_left(first, second, point) for first, second in sides(list(cell))):
            found.append(point)
    return found


def _left(first: Point, second: Point, point: Point) -> bool:
    cross = (second[0] - first[0]) * (point[1] - first[1]) - (second[1] - first[1]) * (point[0] - first[0])
    return cross > 0


def sides(cell: list[Point]) -> Iterator[tuple[Point, Point]]:
    """Yield the sides of a cell, each from corner to corner."""
    return zip(cell, [*cell[1:], *cell[:1]], strict=True)


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
    for first, second in sides(cell):
        a, b = side(first), side(second)
        if a <= 0:
            kept.append(first)
        if (a < 0) != (b < 0) and a != b:
            part = a / (a - b)
            kept.append((first[0] + (second[0] - first[0]) * part, first[1] + (second[1] - first[1]) * part))
    return kept


def middle(cell: list[Point]) -> Point:
    """Return the centre of gravity."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in sides(cell):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return (x / (3 * area), y / (3 * area))


def key(point: Point) -> Point:
    """Return a corner as whole numbers, so that neighbours agree on it."""
    return (round(point[0]) + 0.0, round(point[1]) + 0.0)
