"""Plain texts: txt, csv, json, geojson, ics."""

from __future__ import annotations

import csv
import io
import json
import re

from congbo.attached.notes import Notes
from congbo.text.regex import regex

# A table program runs a cell that begins so, unless it is a number or a telephone number.
_FORMULA = regex(r"^[=@\t\r]|^[+-](?![\d\sx.,()/-]+%?$)")
_ROWS = 200_000


def read(data: bytes, notes: Notes) -> None:
    """Note the text, which must be in UTF-8; a byte-order mark is taken, because Excel wants one."""
    notes.quote("text", decoded(data, notes))


def read_csv(data: bytes, notes: Notes) -> None:
    """Note the text and the cells that a table program would run."""
    text = decoded(data, notes)
    notes.quote("text", text)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), 1):
        for cell in row:
            if _FORMULA.match(cell) and len(cell) > 1:
                notes.warn("formula", f"{number}: {cell}")
        if number > _ROWS:
            break


def read_json(data: bytes, notes: Notes) -> None:
    """Note the text. Raises ValueError or RecursionError for what is no JSON, or no sensible one."""
    text = decoded(data, notes)
    notes.quote("text", json.dumps(json.loads(text), ensure_ascii=False))


def read_ics(data: bytes, notes: Notes) -> None:
    """Note the text with its folded lines joined."""
    notes.quote("text", re.sub(r"\r?\n[ \t]", "", decoded(data, notes)))


def decoded(data: bytes, notes: Notes) -> str:
    """Return the text; what is not UTF-8 is a danger, and still read as well as it can be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        notes.warn("not_utf8", "UTF-16")
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        notes.warn("not_utf8", f"byte {error.start + 1}: 0x{data[error.start]:02X}")
        return data.decode("cp1252", "replace")


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t|", key=first.count)
