"""Tables of figures in attached files: CSV with commas, semicolons or tabs, numbers as people and programs write them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from typing import Final

from msgspec import Struct

from congbo.facts.numbers import Doubt, numbers_of
from congbo.facts.unread import Unread

MOST_BYTES: Final = 5_000_000
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 300
_DELIMITERS: Final = ",;\t"

Cells = tuple[str, ...]


class Column(Struct, frozen=True):
    """A column: its name, its cells as written, and its numbers where it is one of numbers (None: no value there).

    The first column names the rows: it is never one of numbers.
    """

    name: str
    cells: Cells
    numbers: tuple[Decimal | None, ...] | None = None


class Table(Struct, frozen=True):
    """A table by its columns; ``doubts``: line, key and words of what could be read in two ways."""

    columns: tuple[Column, ...]
    doubts: tuple[Unread, ...] = ()


def read_table(data: bytes) -> Table | Unread:
    """Return the table of a CSV file, or why there is none. Never raises, whatever the bytes are."""
    if len(data) > MOST_BYTES:
        return Unread(1, "size", {"most": MOST_BYTES // 1_000_000})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Unread(data.count(b"\n", 0, error.start) + 1, "encoding")
    delimiter = _delimiter(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, Cells]] = []
    try:
        for row in reader:
            cells = tuple(cell.strip() for cell in row)
            if any(cells):
                rows.append((reader.line_num, cells))
            if len(rows) > MOST_ROWS + 1:
                return Unread(reader.line_num, "rows", {"most": MOST_ROWS})
    except csv.Error:
        return Unread(reader.line_num, "quotes")
    return _faults(rows) or _table(rows, delimiter)


def _delimiter(text: str) -> str:
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _faults(rows: Sequence[tuple[int, Cells]]) -> Unread | None:
    if len(rows) < 2:
        return Unread(1, "empty")
    (line, names), *others = rows
    if len(names) > MOST_COLUMNS:
        return Unread(line, "columns", {"most": MOST_COLUMNS})
    if not all(names):
        return Unread(line, "unnamed", {"number": names.index("") + 1})
    if twice := next((name for at, name in enumerate(names) if name in names[:at]), ""):
        return Unread(line, "twice", {"name": twice})
    for line, cells in others:
        if len(cells) != len(names):
            return Unread(line, "cells", {"found": len(cells), "wanted": len(names)})
    return None


def _table(rows: Sequence[tuple[int, Cells]], delimiter: str) -> Table:
    (_, names), *others = rows
    first, *columns = zip(names, zip(*(cells for _, cells in others), strict=True), strict=True)
    found = [(name, cells, numbers_of(cells, delimiter == ";")) for name, cells in columns]
    doubts = (
        Unread(others[one.at][0], one.key, {"name": name, "cell": cells[one.at]})
        for name, cells, one in found
        if isinstance(one, Doubt)
    )
    kept = (Column(name, cells, one if isinstance(one, tuple) else None) for name, cells, one in found)
    return Table((Column(*first), *kept), tuple(doubts))
