"""Trees of bodies: what leads stands on top, what it leads beside each other below, all else hangs under these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from congbo.site.drawing.bars import Line
from congbo.site.drawing.wrapped import wrapped

COLUMN, COLUMNS = 12.25, 4  # em of a column, columns beside each other
GAP: Final = 1.0  # em between boxes
_STEP, _DEEPEST = 1.0, 6  # em that a level is moved in, levels that are
_LINE, _LINES, _LETTER, _PAD = 1.35, 4, 0.56, 0.5

Node = tuple[int, str]


class Box(Struct, frozen=True):
    """A body: its place and size in em, its words, and whether it leads the whole."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    top: bool = False


class Tree(Struct, frozen=True):
    """A drawing of boxes, and of the lines between them as paths of corners in em."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    ties: tuple[tuple[float, float, float, float], ...]


def tree(nodes: Sequence[Node]) -> Tree:
    """Return the drawing of bodies, each with its level: the first has 0, none is more than one below that before it."""
    boxes: list[Box] = []
    ties: list[tuple[float, float, float, float]] = []
    width = COLUMN * min(COLUMNS, max(1, sum(level == 1 for level, _ in nodes)))
    y = 0.0
    for lead, columns in _leads(nodes):
        head = _box(lead, max(0.0, (width - 2 * COLUMN) / 2), y, min(width, 2 * COLUMN) - GAP, top=True)
        boxes.append(head)
        y = head.y + head.height
        for at in range(0, len(columns), COLUMNS):
            y = _row(columns[at : at + COLUMNS], head, y, boxes, ties)
        y += 2 * GAP
    found = [tuple(round(one, 2) for one in tie) for tie in ties]
    return Tree(width - GAP, round(max(0.0, y - 2 * GAP), 2), tuple(boxes), tuple((a, b, c, d) for a, b, c, d in found))


def _leads(nodes: Sequence[Node]) -> Iterator[tuple[str, list[list[Node]]]]:
    """Yield what stands on top with the columns below it, each the body that heads it and all under that."""
    lead, columns = "", list[list[Node]]()
    for number, (level, text) in enumerate(nodes):
        if level == 0:
            if number:
                yield lead, columns
            lead, columns = text, []
        elif level == 1 or not columns:
            columns.append([(1, text)])
        else:
            columns[-1].append((level, text))
    if nodes:
        yield lead, columns


def _row(
    columns: Sequence[list[Node]], head: Box, y: float, boxes: list[Box], ties: list[tuple[float, float, float, float]]
) -> float:
    """Put columns beside each other under a line that comes from the head; return where they end."""
    rail, middle = y + GAP, head.x + head.width / 2
    centres = [at * COLUMN + (COLUMN - GAP) / 2 for at in range(len(columns))]
    ties += [
        (middle, head.y + head.height, middle, rail),
        (min(*centres, middle), rail, max(*centres, middle), rail),
        *((centre, rail, centre, rail + GAP) for centre in centres),
    ]
    return max(_column(nodes, at * COLUMN, rail + GAP, boxes, ties) for at, nodes in enumerate(columns))


def _column(
    nodes: list[Node], x: float, y: float, boxes: list[Box], ties: list[tuple[float, float, float, float]]
) -> float:
    """Hang bodies under each other, each tied to the last one that is a level above it; return where they end."""
    above: list[tuple[int, Box]] = []
    for level, text in nodes:
        moved = _STEP * min(level - 1, _DEEPEST)
        box = _box(text, x + moved, y, COLUMN - GAP - moved)
        while above and above[-1][0] >= level:
            above.pop()
        if above:
            over, middle = above[-1][1], box.y + box.height / 2
            left = over.x + _STEP / 2
            ties += [(left, over.y + over.height, left, middle), (left, middle, box.x, middle)]
        above.append((level, box))
        boxes.append(box)
        y = box.y + box.height + GAP / 2
    return y


def _box(text: str, x: float, y: float, width: float, *, top: bool = False) -> Box:
    words = wrapped(text, max(8, int((width - 2 * _PAD) / _LETTER)), _LINES)
    lines = tuple(Line(line, round(y + _PAD + (number + 0.75) * _LINE, 2)) for number, line in enumerate(words))
    return Box(round(x, 2), round(y, 2), round(width, 2), round(len(words) * _LINE + 2 * _PAD, 2), lines, top)
