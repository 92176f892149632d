"""Where the boxes of a chart stand: the root above, its parts in rows of at most five, their parts hanging below."""

from __future__ import annotations

from dataclasses import dataclass, field

from attached.svg.draw import Point

BOX, TALL, GAP, MARGIN, DROP, HANG = 196.0, 70.0, 22.0, 30.0, 46.0, 14.0
ACROSS = 5
LEAST_WIDTH = 760.0


@dataclass
class Part:
    """One line of the list and the parts below it."""

    name: str
    level: int
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Box:
    """A box with its place."""

    name: str
    level: int
    x: float
    y: float
    width: float = BOX
    height: float = TALL


@dataclass(frozen=True)
class Layout:
    """Everything that is drawn, and the size of the picture."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[tuple[Point, ...], ...]


def read_tree(lines: tuple[str, ...]) -> list[Part]:
    """Return the roots of the list."""
    roots: list[Part] = []
    stack: list[Part] = []
    for line in lines:
        part = Part(line.strip(), (len(line) - len(line.lstrip())) // 2)
        del stack[part.level :]
        (stack[-1].parts if stack else roots).append(part)
        stack.append(part)
    return roots


def laid_out(roots: list[Part]) -> Layout:
    """Return the places; several roots stand side by side in the first row, without a line between them."""
    boxes: list[Box] = []
    lines: list[tuple[Point, ...]] = []
    rows = _rows([part for root in roots for part in root.parts])
    across = max([len(roots), *(len(row) for row in rows)])
    needed = 2 * MARGIN + across * BOX + (across - 1) * GAP + (24 if len(rows) > 1 else 0)
    width = max(needed, LEAST_WIDTH)
    y = MARGIN
    for place, root in enumerate(roots):
        boxes.append(Box(root.name, 0, _x(place, len(roots), width) - 32, y, BOX + 64))
    trunk = (width / 2, y + TALL)
    y += TALL
    for number, row in enumerate(rows):
        bus = y + DROP / 2
        lines.append((trunk, (width / 2, bus)) if number == 0 else ((MARGIN / 2, lines[0][1][1]), (MARGIN / 2, bus)))
        y = _row(row, width, y + DROP, boxes, lines, bus, edge=len(rows) > 1)
    return Layout(width, y + MARGIN, tuple(boxes), tuple(lines))


def _rows(parts: list[Part]) -> list[list[Part]]:
    """Share the parts evenly among as few rows as they need."""
    if not parts:
        return []
    count = -(-len(parts) // ACROSS)
    each = -(-len(parts) // count)
    return [parts[start : start + each] for start in range(0, len(parts), each)]


def _x(place: int, count: int, width: float) -> float:
    return (width - count * BOX - (count - 1) * GAP) / 2 + place * (BOX + GAP)


def _row(
    row: list[Part],
    width: float,
    top: float,
    boxes: list[Box],
    lines: list[tuple[Point, ...]],
    bus: float,
    *,
    edge: bool,
) -> float:
    """Place one row and what hangs below; return where it ends."""
    middles = [_x(place, len(row), width) + BOX / 2 for place in range(len(row))]
    ends = [*middles, width / 2, *([MARGIN / 2] if edge else [])]
    lines.append(((min(ends), bus), (max(middles) if edge else max(ends), bus)))
    bottom = top + TALL
    for part, middle in zip(row, middles, strict=True):
        lines.append(((middle, bus), (middle, top)))
        boxes.append(Box(part.name, 1, middle - BOX / 2, top))
        bottom = max(bottom, _hang(part, middle - BOX / 2, top + TALL, boxes, lines))
    return bottom


def _hang(part: Part, x: float, y: float, boxes: list[Box], lines: list[tuple[Point, ...]]) -> float:
    """Stack the parts of a part under it, each with a line from the stem; return where they end."""
    stem, last = (x + 10, y), y
    for child in part.parts:
        top = y + HANG
        boxes.append(Box(child.name, child.level, x + 24, top, BOX - 24))
        last = top + TALL / 2
        lines.append(((stem[0], last), (x + 24, last)))
        y = _hang(child, x + 24, top + TALL, boxes, lines)
    if part.parts:
        lines.append((stem, (stem[0], last)))
    return y
