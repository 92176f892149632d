"""The facts of pages on open data."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link


class DataYear(Struct, frozen=True):
    """The files of a year: month, address of the CSV, address of the JSON."""

    year: str
    parts: tuple[tuple[str, str, str], ...]


class DataSet(Struct, frozen=True):
    """The data of a type: its page, its schema, its files by year, the newest first."""

    link: Link
    schema: str
    years: tuple[DataYear, ...] = ()


class DataColumn(Struct, frozen=True):
    """A column: its name in the files, what it is called, and what stands in it."""

    id: str
    label: str
    explanation: str


class OpenDataFacts(PageFacts, frozen=True):
    """All sets, or one of them with its columns; ``package``: the address of the list for programs."""

    sets: tuple[DataSet, ...] = ()
    package: str = ""
    columns: tuple[DataColumn, ...] = ()
