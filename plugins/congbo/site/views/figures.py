"""The values of statistics: a figure over its periods, tables of figures, and the drawings of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from congbo.site.drawing.bars import Bars
    from congbo.site.drawing.line import LineChart


class Figure(Struct, frozen=True):
    """A figure of a period, and the page that tells it."""

    period: str
    value: str
    url: str


class Series(Struct, frozen=True):
    """Figures of one indicator, the newest first, which is the one of the page."""

    figures: tuple[Figure, ...]


class Head(Struct, frozen=True):
    """The head of a column: its name, the unit of its numbers if they have one, and whether it is one of numbers."""

    name: str
    measure: str = ""
    numeric: bool = False


class DataTable(Struct, frozen=True):
    """A table out of an attached file: the first cell of a row names it. ``total``: how many rows the file has.

    ``wide``: it may be wider than a telephone.
    """

    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    wide: bool


class Chart(Struct, frozen=True):
    """A drawing of one column: of bars, or of a line over periods; what it shows, in words."""

    name: str
    says: str
    bars: Bars | None = None
    line: LineChart | None = None


class Statistics(Struct, frozen=True):
    """What the page of a statistic shows: the table of its data file (named ``file``), drawings of it, earlier figures."""

    file: str = ""
    table: DataTable | None = None
    charts: tuple[Chart, ...] = ()
    series: Series | None = None
