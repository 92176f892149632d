"""Borders with fewer points, after Douglas and Peucker: what is left out lies nearer to the line than can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Final

Point = tuple[float, float]

_PIECE: Final = 128  # points that are looked at together: no border, however crooked, takes longer than its length


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points without those that lie within ``tolerance`` of the line that is left; both ends stay."""
    kept: list[Point] = []
    for begin in range(0, max(1, len(points) - 1), _PIECE):
        piece = points[begin : begin + _PIECE + 1]
        kept += (piece[at] for at in _kept(piece, tolerance) if at or not kept)
    return kept


def _kept(points: Sequence[Point], tolerance: float) -> list[int]:
    last = len(points) - 1
    kept, spans = {0, last}, [(0, last)]
    while spans:
        begin, end = spans.pop()
        far, at = max(
            ((_off(points[n], points[begin], points[end]), n) for n in range(begin + 1, end)), default=(0.0, 0)
        )
        if far > tolerance:
            kept.add(at)
            spans += [(begin, at), (at, end)]
    return sorted(kept)


def _off(point: Point, begin: Point, end: Point) -> float:
    """Return how far a point lies off the line between two others; of a line without length, off its place."""
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = hypot(across, down)
    if not length:
        return hypot(point[0] - begin[0], point[1] - begin[1])
    return abs(across * (begin[1] - point[1]) - down * (begin[0] - point[0])) / length
