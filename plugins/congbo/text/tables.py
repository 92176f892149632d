"""The tables of a Markdown body, as the converter takes them, found without converting it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from congbo.text.outline import begins_block
from congbo.text.regex import regex

_RULER = regex(r"^[ |:-]+$", re.MULTILINE)
_BLANK = regex(r"\n[ \t]*(?:\n|\Z)")
_TITLED = regex(r"<th[\s>/]")
_UNSURE = frozenset("\\`")  # a row with escapes or code could have other cells for the converter


class Row(Struct, frozen=True):
    """A line of a table: where it begins in the body, and its cells; no cells where they are not sure."""

    offset: int
    cells: tuple[str, ...]


class Table(Struct, frozen=True):
    """A table: its header and rows. ``drawn`` is false of what was meant as one, and is shown as lines of signs."""

    header: Row
    rows: tuple[Row, ...] = ()
    drawn: bool = True


def tables(body: str) -> Iterator[Table]:
    """Yield the tables that are drawn with ``|``, and what was meant as one."""
    if "|" not in body or "-" not in body:
        return
    below = 0  # what belongs to a table above begins no table
    for ruler in _RULER.finditer(body):
        start = body.rfind("\n", 0, max(ruler.start() - 1, 0)) + 1
        header = body[start : max(ruler.start() - 1, 0)]
        if start < below or "|" not in header or not {"|", "-"} <= set(ruler[0]) or header.startswith("    "):
            continue
        end = _BLANK.search(body, ruler.end())
        below = end.start() if end else len(body)
        yield _table(body, start, header, ruler[0], body[ruler.end() + 1 : below])


def untitled(body: str) -> Iterator[int]:
    """Yield where the tables begin that are written as HTML and have no header cell."""
    if "<" not in body:
        return
    lower = body.lower()
    start = lower.find("<table")
    while start >= 0:
        end = lower.find("</table", start)
        if not _TITLED.search(lower, start, len(lower) if end < 0 else end):
            yield start
        start = lower.find("<table", end) if end >= 0 else -1


def _table(body: str, start: int, header: str, ruler: str, rest: str) -> Table:
    bare = header.strip()
    edged = bare.startswith("|") or bare.endswith("|")
    head = Row(start, _cells(header, edged))
    if head.cells and len(head.cells) != len(_cells(ruler, edged)):
        return Table(head, drawn=False)
    if not begins_block(body, start):
        return Table(head, drawn=False)
    offset = start + len(header) + 1 + len(ruler) + 1
    rows = []
    for line in rest.split("\n") if rest else ():
        rows.append(Row(offset, _cells(line, edged)))
        offset += len(line) + 1
    return Table(head, tuple(rows))


def _cells(line: str, edged: bool) -> tuple[str, ...]:
    if _UNSURE & set(line):
        return ()
    bare = line.strip()
    if edged:
        bare = bare.removeprefix("|").removesuffix("|")
    return tuple(cell.strip() for cell in bare.split("|"))
