"""The values of statistics: a figure over its periods, tables of figures, and the drawings of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from congbo.site.drawing.bars import Bars
    from congbo.site.drawing.line import LineChart


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a period, and the page that tells it."""

    period: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator, the newest first, which is the one of the page."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its name, the unit of its numbers if they have one, and whether it is one of numbers."""

    name: str
    measure: str = ""
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table out of an attached file: the first cell of a row names it. ``total``: how many rows the file has.

    ``wide``: it may be wider than a telephone.
    """

    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    wide: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of one column: of bars, or of a line over periods; what it shows, in words."""

    name: str
    says: str
    bars: Bars | None = None
    line: LineChart | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the page of a statistic shows: the table of its data file (named ``file``), drawings of it, earlier figures."""

    file: str = ""
    table: DataTable | None = None
    charts: tuple[Chart, ...] = ()
    series: Series | None = None
