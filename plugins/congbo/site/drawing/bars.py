"""Bars that lie: a label above each, its value beside its end. They fit a telephone as they fit a desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from congbo.site.drawing.numerals import Number
from congbo.site.drawing.scale import percent
from congbo.site.drawing.wrapped import wrapped

LINE: Final = 1.4  # em of a line of a label
THICK: Final = 1.2  # em of a bar
GAP: Final = 0.8  # em between a bar and the next label
_WIDTH, _LINES = 34, 3  # of a label on a telephone of 320 pixels
_LETTER, _BESIDE = 0.031, 0.03  # share of such a telephone's width that a digit takes, and the space before it


class Line(Struct, frozen=True):
    """A line of words and its base line, in em from the top."""

    text: str
    y: float


class Bar(Struct, frozen=True):
    """A bar: where it begins (``x``) and how long it is in per cent, its top ``y`` in em, its words; ``at``: of its value."""

    label: tuple[Line, ...]
    value: Line
    x: float
    width: float
    y: float
    at: float


class Bars(Struct, frozen=True):
    """A drawing of bars: its height in em, and where zero is in per cent."""

    height: float
    zero: float
    thick: float
    bars: tuple[Bar, ...]


def bars(rows: Sequence[tuple[str, Number]], write: Callable[[Number], str]) -> Bars:
    """Return a bar for each label and finite value, in their order; ``write`` puts a value into words."""
    values = [Decimal(str(value)) for _, value in rows]
    texts = [write(value) for _, value in rows]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    room = Decimal(1 - min(0.6, max((len(text) for text in texts), default=0) * _LETTER + _BESIDE))
    share = room / ((high - low) or 1)
    drawn: list[Bar] = []
    top = 0.0
    for (label, _), value, text in zip(rows, values, texts, strict=True):
        drawn.append(_bar(wrapped(label, _WIDTH, _LINES), text, value, low, share, top))
        top = drawn[-1].y + THICK + GAP
    return Bars(_em(top), percent(-low * share), THICK, tuple(drawn))


def _bar(label: tuple[str, ...], text: str, value: Decimal, low: Decimal, share: Decimal, top: float) -> Bar:
    lines = tuple(Line(line, _em(top + (number + 0.8) * LINE)) for number, line in enumerate(label))
    y = _em(top + (len(label) + 0.2) * LINE)
    begins, ends = sorted((-low * share, (value - low) * share))
    return Bar(lines, Line(text, _em(y + 0.95)), percent(begins), percent(ends - begins), y, percent(max(begins, ends)))


def _em(number: float) -> float:
    return round(number, 2)
