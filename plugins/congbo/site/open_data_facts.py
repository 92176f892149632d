"""The facts of open data: what items say in fields, by type and month of posting, for programs to read.

Nothing is there that pages do not show: the same items, the same fields. Types that speak of persons are left to their pages.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Final

from congbo.facts import data_addresses
from congbo.shelf import DATA
from congbo.site.index import Index
from congbo.site.open_data_rows import Cell, Column, columns, row
from congbo.site.open_data_schema import package, schema
from congbo.site.page_facts import common
from congbo.site.views import Link, TextFacts
from congbo.site.views.open_data import DataSet, DataYear, OpenDataFacts

_OF_PERSONS: Final = ("person", "decision")
# What a spreadsheet takes for the beginning of something to be worked out.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def sets(index: Index) -> dict[str, list[str]]:
    """Return the types that have data, with the months in which items of each were posted, the newest first."""
    known = {value for lang in index.languages for value in index.answer("values_of", lang, DATA)}
    found: dict[str, list[str]] = {}
    for value in sorted(known, reverse=True):
        type_id, _, month = value.partition("/")
        if index.corpus.policy.types.types[type_id].view not in _OF_PERSONS:
            found.setdefault(type_id, []).append(month)
    return {type_id: found[type_id] for type_id in index.corpus.policy.types.types if type_id in found}


def open_data_facts(index: Index, lang: str) -> OpenDataFacts:
    """Return the facts of the page that lists the sets of data."""
    title = index.words(lang, "open_data.title")
    return OpenDataFacts(
        **common(
            index, lang, data_addresses.open_data(lang), title,
            index.words(lang, "open_data.description", name=index.portal.name.in_(lang)),
            alternates=[(other, data_addresses.open_data(other)) for other in index.languages],
        ),
        sets=tuple(_set(index, lang, type_id, []) for type_id in sets(index)),
        package=data_addresses.data_package(),
    )  # fmt: skip


def data_set_facts(index: Index, lang: str, type_id: str) -> OpenDataFacts:
    """Return the facts of the page of one set: its files by year, and its fields."""
    name = index.corpus.policy.types.types[type_id].name.in_(lang)
    title = index.words(lang, "open_data.of", name=name)
    return OpenDataFacts(
        **common(
            index, lang, data_addresses.data_set(type_id, lang), title,
            index.words(lang, "open_data.of.description", name=name),
            crumbs=[Link(index.words(lang, "open_data.title"), data_addresses.open_data(lang))],
            alternates=[(other, data_addresses.data_set(type_id, other)) for other in index.languages],
        ),
        sets=(_set(index, lang, type_id, sets(index)[type_id]),),
        package=data_addresses.data_package(),
        columns=tuple(one.told(index, lang) for one in columns(index, type_id)),
    )  # fmt: skip


def _set(index: Index, lang: str, type_id: str, months: list[str]) -> DataSet:
    name = index.corpus.policy.types.types[type_id].name.in_(lang)
    years = groupby(months, key=lambda month: month[:4])
    return DataSet(
        Link(name, data_addresses.data_set(type_id, lang)),
        data_addresses.data_schema(type_id),
        tuple(DataYear(year, tuple(_parts(type_id, part))) for year, part in years),
    )


def _parts(type_id: str, months: Iterator[str]) -> Iterator[tuple[str, str, str]]:
    return (
        (month, data_addresses.data(type_id, month, "csv"), data_addresses.data(type_id, month, "json"))
        for month in months
    )


def data_facts(index: Index, type_id: str, month: str, form: str) -> TextFacts:
    """Return a month of a set, as "csv" or "json"."""
    known = columns(index, type_id)
    paths = [path for lang in index.languages for path in index.answer("of_term", lang, DATA, f"{type_id}/{month}")]
    index.corpus.history.ahead(paths)  # of each that is worked out one says when it was posted
    rows = [index.once("data", path, partial(_cells, index, path, known)) for path in paths]
    text = as_csv(known, rows) if form == "csv" else as_json(known, rows)
    return TextFacts(data_addresses.data(type_id, month, form), text)


def _cells(index: Index, path: str, known: tuple[Column, ...]) -> list[Cell]:
    """The cells of a row, through its line: in JSON texts that belong together are a list."""
    cells = json.loads(index.line("data", path, lambda: json.dumps(row(index, index.item(path), known))))
    return [tuple(cell) if isinstance(cell, list) else cell for cell in cells]


def as_json(known: tuple[Column, ...], rows: list[list[Cell]]) -> str:
    """Return rows as a list of objects, one a line, without what an item does not say."""
    objects = ({one.id: cell for one, cell in zip(known, cells, strict=True) if cell is not None} for cells in rows)
    return "[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in objects) + "\n]\n"


def as_csv(known: tuple[Column, ...], rows: list[list[Cell]]) -> str:
    """Return rows as RFC 4180 has it; no text begins as a formula of a spreadsheet does."""
    out = io.StringIO()
    write = csv.writer(out)  # CRLF at line ends
    write.writerow([one.id for one in known])
    write.writerows([_plain(cell) for cell in cells] for cells in rows)
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    if isinstance(cell, tuple):
        return _plain("; ".join(cell))
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def schema_facts(index: Index, type_id: str) -> TextFacts:
    """Return the JSON Schema of a type's data."""
    text = json.dumps(schema(index, type_id), ensure_ascii=False, indent=1)
    return TextFacts(data_addresses.data_schema(type_id), f"{text}\n")


def package_facts(index: Index) -> TextFacts:
    """Return the list of all sets with their files and fields, as programs look for it (Data Package)."""
    text = json.dumps(package(index, sets(index)), ensure_ascii=False, indent=1)
    return TextFacts(data_addresses.data_package(), f"{text}\n")
