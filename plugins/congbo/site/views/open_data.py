"""The facts of pages on open data."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link


@dataclass(frozen=True, slots=True)
class DataYear:
    """The files of a year: month, address of the CSV, address of the JSON."""

    year: str
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """The data of a type: its page, its schema, its files by year, the newest first."""

    link: Link
    schema: str
    years: tuple[DataYear, ...] = ()


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column: its name in the files, what it is called, and what stands in it."""

    id: str
    label: str
    explanation: str


@dataclass(frozen=True)
class OpenDataFacts(PageFacts):
    """All sets, or one of them with its columns; ``package``: the address of the list for programs."""

    sets: tuple[DataSet, ...] = ()
    package: str = ""
    columns: tuple[DataColumn, ...] = ()
