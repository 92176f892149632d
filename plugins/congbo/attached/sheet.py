"""Excel workbooks (xlsx): a passage a sheet, a line a row, hidden sheets and comments too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from congbo.attached.notes import Notes
from congbo.attached.ooxml import open_office
from congbo.attached.package import Package
from congbo.attached.text_parts import Paragraphs
from congbo.attached.xml import walk
from congbo.text.regex import regex

_SHEET = regex(r"^xl/(?:worksheets|chartsheets)/[^/]+\.xml$")
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RUNS = regex(r"\|\s*'|\b(?:WEBSERVICE|FILTERXML|CALL|EXEC|REGISTER(?:\.ID)?)\s*\(", re.IGNORECASE)


def read(data: bytes, notes: Notes) -> None:
    """Note every cell and comment of a workbook."""
    package = open_office(data, notes)
    book = _book(package, notes)
    strings = _Strings()
    if "xl/sharedStrings.xml" in package.names:
        walk(package.xml("xl/sharedStrings.xml"), strings, notes)
    for name in package.having(".xml"):
        if _SHEET.search(name):
            cells = _Cells(notes, strings.found)
            walk(package.xml(name), cells, notes)
            notes.quote(
                book.get(name) or f"sheet {name.rpartition('/')[2].removesuffix('.xml')}", "\n".join(cells.rows)
            )
        elif re.match(r"^xl/(?:comments|threadedComments|drawings|charts)", name):
            part = _Comment(notes, "comment" if "omments" in name else "drawing")
            walk(package.xml(name), part, notes)
            part.finish()


def _book(package: Package, notes: Notes) -> dict[str, str]:
    """Return the place of each sheet by the name of its part."""
    book, related = _Book(), _Related()
    if "xl/workbook.xml" in package.names:
        walk(package.xml("xl/workbook.xml"), book, notes)
    if _RELATIONS in package.names:
        walk(package.xml(_RELATIONS), related, notes)
    return {related.parts.get(key, ""): place for key, place in book.sheets.items()}


class _Silent:
    def end(self, name: str) -> None:
        """Nothing to do."""

    def data(self, text: str) -> None:
        """Nothing to keep."""


class _Book(_Silent):
    """The names of the sheets by the id of their relation."""

    def __init__(self) -> None:
        self.sheets: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep a sheet's name and whether it is shown."""
        if name == "sheet":
            place = "sheet" if attributes.get("state", "visible") == "visible" else "hidden_sheet"
            self.sheets[attributes.get("id", "")] = f"{place} {attributes.get('name', '')}"


class _Related(_Silent):
    """The parts by the id of their relation."""

    def __init__(self) -> None:
        self.parts: dict[str, str] = {}

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """Keep a target, from the top of the package."""
        target = attributes.get("Target", "")
        self.parts[attributes.get("Id", "")] = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


class _Strings:
    """The table of shared strings; the reading aid of a phonetic script belongs to none."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._words: list[str] = []
        self._in = ""

    def start(self, name: str, _: Mapping[str, str]) -> None:
        """A string begins, or its text."""
        self._in = name
        if name == "si":
            self._words = []

    def end(self, name: str) -> None:
        """A string ends."""
        self._in = ""
        if name == "si":
            self.found.append("".join(self._words))

    def data(self, text: str) -> None:
        """Keep text."""
        if self._in == "t":
            self._words.append(text)


class _Cells:
    """The rows of a sheet, with the values as they are stored."""

    def __init__(self, notes: Notes, strings: list[str]) -> None:
        self.rows: list[str] = []
        self._notes, self._strings = notes, strings
        self._row: list[str] = []
        self._cell: dict[str, list[str]] = {}
        self._in = self._type = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A row or cell begins, or what is in it."""
        self._in = name
        if name == "row":
            self._row = []
        elif name == "c":
            self._type, self._cell = attributes.get("t", "n"), {}

    def end(self, name: str) -> None:
        """A cell or row ends."""
        self._in = ""
        if name == "c":
            self._row.append(self._value())
            formula = "".join(self._cell.get("f", ()))
            if _RUNS.search(formula):
                self._notes.warn("dde", f"={formula}")
        elif name == "row" and any(self._row):
            self.rows.append("\t".join(self._row))

    def data(self, text: str) -> None:
        """Keep a value, a text or a formula; headers and footers of the print too."""
        if self._in in ("v", "t", "f"):
            self._cell.setdefault(self._in, []).append(text)
        elif self._in in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
            self.rows.append(text)

    def _value(self) -> str:
        text = "".join(self._cell.get("t", ())) + "".join(self._cell.get("v", ()))
        if self._type == "s":
            return self._strings[int(text)] if text.isdigit() and int(text) < len(self._strings) else ""
        return _written_out(text) if self._type == "n" and "E" in text else text


def _written_out(number: str) -> str:
    """A long number is stored as 3.6123456789E10."""
    try:
        value = float(number)
    except ValueError:
        return number
    return str(int(value)) if value.is_integer() and abs(value) < 1e18 else number


class _Comment(Paragraphs):
    """Comments: the text stands in runs of no paragraph, each comment a line."""

    def end(self, name: str) -> None:
        """End the line with the comment."""
        super().end(name)
        if name in ("comment", "threadedComment"):
            self._add("\n")

    def data(self, text: str) -> None:
        """Keep the text of both kinds of comments."""
        if self._open[-1:] == ["text"]:
            self._add(text)
        else:
            super().data(text)
