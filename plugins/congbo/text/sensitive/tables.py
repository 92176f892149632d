"""Cells of tables under their headings: "| Số CMND |" over "| 012345678 |" reads "Số CMND: 012345678".

Tables are Markdown's, or lines whose columns a sign divides, as in spreadsheets and csv files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from congbo.text.regex import regex
from congbo.text.sensitive.context import ANCHORS
from congbo.text.sensitive.view import View

_RULE = regex(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_DIGITS = regex(r"\d{6}")
_CELL = regex(r"[^|\n]+")
_PASSWORD = regex("mật khẩu|password|pass\\b|pwd|hộ chiếu|passport")


Cell = tuple[str, int, str]
"""A heading, where a cell below it begins, and the cell."""


def under_headings(view: View, sign: str = "") -> View | None:
    """Return the cells under headings that name a number or a password, a line "heading: cell" each; None if there is none.

    ``sign`` divides the columns of tables that are not Markdown's.
    """
    cells = [*_labelled_cells(view), *_separated_cells(view, sign)]
    if not cells:
        return None
    parts: list[str] = []
    offsets: list[int] = []
    for heading, first, cell in cells:
        label = f"{heading}: "
        parts += (label, cell, "\n")
        offsets += [view.at(first)] * len(label)  # every character of the heading stands where the cell begins
        offsets += (view.at(at) for at in range(first, first + len(cell)))
        offsets.append(view.at(first + len(cell) - 1) + 1)
    return View("".join(parts), (*offsets, offsets[-1]))


def _labelled_cells(view: View) -> Iterator[Cell]:
    text = view.text
    if "|" not in text:
        return
    at = text.find("--")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, _line_end(text, at)
        if "|" in text[start:end] and _RULE.fullmatch(text, start, end):
            yield from _table(view, start, end)
        at = text.find("--", end)


def _separated_cells(view: View, sign: str) -> Iterator[Cell]:
    """Yield the cells below a line that names a number or a password in one of its columns; the latest such line counts."""
    if not sign or sign not in view.text or not _speaks(view.text):
        return
    headings: dict[int, str] = {}
    start = 0
    for line in view.text.split("\n"):
        cells = line.split(sign)
        named = {
            i: name for i, cell in enumerate(cells) if _speaks(name := cell.strip(' "\r')) and not _DIGITS.search(cell)
        }
        headings = named if named and len(cells) > 1 else headings
        at = start
        for i, cell in enumerate(cells):
            if i in headings and i not in named and cell.strip():
                yield headings[i], at, cell
            at += len(cell) + len(sign)
        start += len(line) + 1


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _table(view: View, rule: int, end: int) -> Iterator[Cell]:
    """Yield the cells of the table whose rule begins and ends at two offsets."""
    text = view.text
    head = text[text.rfind("\n", 0, max(rule - 1, 0)) + 1 : max(rule - 1, 0)]
    headings = {i: name for i, name in enumerate(_names(head)) if _speaks(name)}
    while headings and end < len(text):
        start, end = end + 1, _line_end(text, end + 1)
        if "|" not in text[start:end] or _RULE.fullmatch(text, start, end):
            return
        yield from _row(view, start, end, headings)


def _row(view: View, start: int, end: int, headings: dict[int, str]) -> Iterator[Cell]:
    for i, cell in enumerate(_cells(view.text[start:end])):
        if i in headings and cell[0].strip():
            yield headings[i], start + cell.start(), cell[0]


def _cells(line: str) -> list[re.Match[str]]:
    inner = line.strip().strip("|")
    lead = line.find(inner) if inner else 0
    return list(_CELL.finditer(line, lead, lead + len(inner)))


def _names(line: str) -> list[str]:
    return [cell[0].strip(" *_") for cell in _cells(line)]


def _speaks(name: str) -> bool:
    low = name.lower()
    return bool(ANCHORS.search(low) or _PASSWORD.search(low))
