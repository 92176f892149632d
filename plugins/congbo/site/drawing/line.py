"""A line over periods, with round numbers at its side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from msgspec import Struct

from congbo.site.drawing.bars import Line as Text
from congbo.site.drawing.numerals import Number
from congbo.site.drawing.scale import percent, ticks

TOP, BOTTOM, HEIGHT = 1.0, 13.0, 15.0  # em: of the highest tick, of the lowest, of all
_LETTERS: Final = 30  # that fit below the line on a telephone of 320 pixels
_MOST: Final = 6  # periods that are named


class Point(Struct, frozen=True):
    """A value at its place: ``x`` in per cent, ``y`` in em; its words."""

    x: float
    y: float
    text: str


class Stroke(Struct, frozen=True):
    """A straight piece between two points."""

    x1: float
    y1: float
    x2: float
    y2: float


class Named(Struct, frozen=True):
    """A period's name below the line: its place in per cent, and which end of the words stands there."""

    text: str
    x: float
    anchor: str


class LineChart(Struct, frozen=True):
    """A drawing of a line: ``side`` is the width in em that the round numbers take beside it."""

    height: float
    side: float
    ticks: tuple[Text, ...]
    strokes: tuple[Stroke, ...]
    points: tuple[Point, ...]
    names: tuple[Named, ...]
    foot: float


def line(rows: Sequence[tuple[str, Number | None]], write: Callable[[Number], str]) -> LineChart:
    """Return a line through the values in their order, which breaks where one is missing. At least one value is there."""
    values = [None if value is None else Decimal(str(value)) for _, value in rows]
    marks = ticks([value for value in values if value is not None])
    texts = [write(mark) for mark in marks]
    points = [
        None if value is None else Point(_across(at, len(rows)), _down(value, marks), f"{label}: {write(value)}")
        for at, ((label, _), value) in enumerate(zip(rows, values, strict=True))
    ]
    return LineChart(
        height=HEIGHT,
        side=round(max(map(len, texts)) * 0.6 + 0.6, 2),
        ticks=tuple(Text(text, _down(mark, marks)) for text, mark in zip(texts, marks, strict=True)),
        strokes=tuple(Stroke(a.x, a.y, b.x, b.y) for a, b in pairwise(points) if a and b),
        points=tuple(point for point in points if point),
        names=_names([label for label, _ in rows]),
        foot=HEIGHT - 0.4,
    )


def _across(at: int, count: int) -> float:
    return percent(at / (count - 1)) if count > 1 else 50.0


def _down(value: Decimal, marks: Sequence[Decimal]) -> float:
    share = (value - marks[0]) / (marks[-1] - marks[0])
    return round(BOTTOM - float(share) * (BOTTOM - TOP), 2)


def _names(labels: Sequence[str]) -> tuple[Named, ...]:
    """Name the first period, the last, and as many evenly between them as have room."""
    count, longest = len(labels), max(map(len, labels))
    shown = min(_MOST, count, max(2, _LETTERS // (longest + 2)))
    places = sorted({round(number * (count - 1) / (shown - 1)) for number in range(shown)}) if shown > 1 else [0]
    return tuple(Named(labels[at], _across(at, count), _anchor(at, count)) for at in places)


def _anchor(at: int, count: int) -> str:
    if count == 1 or 0 < at < count - 1:
        return "middle"
    return "start" if at == 0 else "end"
