"""The tables of a body: which column a header cell heads, and a region to scroll in where they are wide."""

from __future__ import annotations

import re
from html import escape, unescape

COLUMNS = 4  # that fit a telephone of 320 pixels beside each other
NAMED = 3  # columns that the name of a region tells

# Only what holds no other table: the region of an outer one would cut through it.
_TABLE = re.compile(r"<table>(?:(?!</?table>).)*</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_ELEMENT = re.compile(r"<[^>]*>")


def accessible(html: str) -> str:
    """Return sanitised HTML whose tables say what their header cells head, and scroll by themselves, with keys too.

    What is sanitised writes a table in one way only, without attributes; so it can be found by its letters.
    """
    if "<table>" not in html:
        return html
    return _TABLE.sub(_in_region, html.replace("<th>", '<th scope="col">'))


def _in_region(found: re.Match[str]) -> str:
    row = _ROW.search(found[0])
    cells = _CELL.findall(row[1]) if row else []
    if len(cells) <= COLUMNS:
        return found[0]
    return f'<div class="wide" role="region" tabindex="0" aria-label="{_name(cells)}">{found[0]}</div>'


def _name(cells: list[str]) -> str:
    """Name a table by its first columns, in the words of its author: no language has to be known."""
    texts = [unescape(_ELEMENT.sub("", cell)).strip() for cell in cells[:NAMED]]
    return escape(", ".join(filter(None, texts)) + ", …")
