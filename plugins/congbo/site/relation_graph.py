"""Relations of documents as a drawing: a column for each step, what is earlier to the left, what is later to the right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from congbo.site.relations import EARLIER
from congbo.site.views.registers import Box, Graph, Line, Related

WIDTH, HEIGHT = 224, 60  # of a box, in pixels
ACROSS, DOWN = 56, 16  # between boxes
IN_A_COLUMN = 8  # the list beside the drawing has all
LETTERS = 24  # of a number that fit a box

Place = tuple[int, int]  # column (0: the document itself, before it negative) and row


def drawn(number: str, related: tuple[Related, ...]) -> Graph | None:
    """Return the drawing of a document's relations; None if it has none."""
    if not related:
        return None
    rows: dict[int, int] = defaultdict(int)
    placed = list(_placed(related, (0, 0), rows))
    columns = [0, *(column for (column, _), _, _ in placed)]
    first, most = min(columns), max([1, *rows.values()])
    height = most * (HEIGHT + DOWN) - DOWN

    def corner(place: Place) -> Place:
        """A column stands in the middle of the drawing's height."""
        column, row = place
        count = rows[column] if column else 1
        top = (height - count * (HEIGHT + DOWN) + DOWN) // 2
        return (column - first) * (WIDTH + ACROSS), top + row * (HEIGHT + DOWN)

    boxes = [Box(*corner((0, 0)), _short(number), "", own=True)]
    boxes += [Box(*corner(place), _short(one.number), one.words) for place, _, one in placed]
    lines = tuple(_line(corner(source), corner(place)) for place, source, _ in placed)
    width = (max(columns) - first + 1) * (WIDTH + ACROSS) - ACROSS
    return Graph(width, height, tuple(boxes), lines)


def _placed(
    related: tuple[Related, ...], source: Place, rows: dict[int, int]
) -> Iterator[tuple[Place, Place, Related]]:
    """Yield each document with its place and that of the document that it is related to."""
    for one in related:
        step = -1 if one.relation in EARLIER else 1
        column = source[0] + step
        if rows[column] < IN_A_COLUMN:
            place = column, rows[column]
            rows[column] += 1
            yield place, source, one
            yield from _placed(one.related, place, rows)


def _line(source: Place, target: Place) -> Line:
    """From the side of one box to the near side of the other."""
    (x1, y1), (x2, y2) = source, target
    x1, x2 = (x1 + WIDTH, x2) if x2 > x1 else (x1, x2 + WIDTH)
    return Line(x1, y1 + HEIGHT // 2, x2, y2 + HEIGHT // 2)


def _short(number: str) -> str:
    return number if len(number) <= LETTERS else f"{number[: LETTERS - 1]}…"
