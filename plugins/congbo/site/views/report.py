"""The facts of the pages on how the portal keeps its regulation, month by month."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.drawing.bars import Bars
from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link, LinkGroup


class Counted(Struct, frozen=True):
    """A line of a table: what is counted, the figures in words, and where what is counted stands."""

    label: str
    cells: tuple[str, ...]
    link: Link | None = None


class CountTable(Struct, frozen=True):
    """A table of figures: what its columns are, its lines, what has to be known of it, and the articles that it shows kept.

    ``none``: what is said in its place where there is nothing to count.
    """

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[Counted, ...]
    says: str = ""
    none: str = ""
    articles: tuple[Link, ...] = ()
    chart: Bars | None = None
    chart_name: str = ""


class ReportFacts(PageFacts, frozen=True):
    """One month: the running one with the list of those that are over, or one that is over."""

    closed: bool = False
    tables: tuple[CountTable, ...] = ()
    months: tuple[LinkGroup, ...] = ()
    older: Link | None = None
