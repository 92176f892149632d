"""The one form of every signed record: a header, then ``key: value`` lines that are all there, in a fixed order.

Printable ASCII, LF, at most 4 KiB, nothing optional (``-`` stands for nothing): one value has one spelling, so that what
a person reads, what a program reads and what was signed cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from congbo.errors import CongboError, refuse
from congbo.message import Message, say
from congbo.place import Place

LIMIT = 4096
FORMAT = 1
NOTHING = "-"

_FOREIGN = re.compile(rb"[^\x20-\x7e\n]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: what it looks like, for people; its reader (None: it is not one); its writer."""

    form: Message
    read: Callable[[str], object]
    write: Callable[[Any], str] = str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a record; the attribute that it becomes has ``_`` where its key has ``-``."""

    key: str
    kind: Kind

    @property
    def name(self) -> str:
        """Return the attribute."""
        return self.key.replace("-", "_")


def optional(kind: Kind, nothing: object = "") -> Kind:
    """Return the kind that may also be ``-``, read as ``nothing``."""

    def read(text: str) -> object:
        return nothing if text == NOTHING else kind.read(text)

    def write(value: object) -> str:
        return NOTHING if value == nothing else kind.write(value)

    return Kind(say("signed.form.optional", form=kind.form), read, write)


@dataclass(frozen=True, slots=True)
class Form:
    """A record's noun (``statement``) and its lines."""

    noun: str
    lines: tuple[Line, ...]

    @property
    def header(self) -> str:
        """Return the first line."""
        return f"congbo {self.noun} {FORMAT}"

    def read(self, data: bytes, place: Place | None) -> dict[str, Any]:
        """Return attribute -> value. Raises CongboError at the first line that is not exactly as it must be."""
        rows = _rows(data, place)
        self._refuse_header(rows[0], place)
        for number, line in enumerate(self.lines, 2):
            if number > len(rows):
                raise refuse("signed.line_missing", _at(place, len(rows)), key=line.key)
            self._refuse_other(rows[number - 1], line, _at(place, number))
        if len(rows) > len(self.lines) + 1:
            raise refuse("signed.line_extra", _at(place, len(self.lines) + 2))
        return {
            line.name: _value(line, row, _at(place, number))
            for number, (line, row) in enumerate(zip(self.lines, rows[1:], strict=True), 2)
        }

    def write(self, values: Mapping[str, Any]) -> bytes:
        """Return the bytes. Raises CongboError for a value that a reader would refuse or read as another."""
        rows = [self.header, *(f"{line.key}: {line.kind.write(values[line.name])}" for line in self.lines)]
        data = "".join(f"{row}\n" for row in rows).encode("utf-8", "surrogatepass")
        kept = self.read(data, None)
        for line in self.lines:
            if kept[line.name] != values[line.name]:
                raise refuse("signed.not_kept", None, key=line.key, value=values[line.name], form=line.kind.form)
        return data

    def at(self, name: str, place: Place | None) -> Place:
        """Return where the line of an attribute stands."""
        return _at(place, 2 + [line.name for line in self.lines].index(name))

    def _refuse_header(self, row: str, place: Place | None) -> None:
        if row == self.header:
            return
        if re.fullmatch(rf"congbo {self.noun} [0-9]+", row):
            raise refuse("signed.format", _at(place, 1), found=row, expected=self.header)
        raise refuse("signed.header", _at(place, 1), expected=self.header)

    def _refuse_other(self, row: str, line: Line, place: Place) -> None:
        if row.startswith(f"{line.key}: "):
            return
        if not row.strip():
            raise refuse("signed.line_blank", place, key=line.key)
        key = row.partition(":")[0]
        if key == line.key:
            raise refuse("signed.colon", place, key=key)
        if key in {other.key for other in self.lines}:
            raise refuse("signed.line_order", place, key=line.key, found=key)
        raise refuse("signed.line_unknown", place, key=line.key)


def _rows(data: bytes, place: Place | None) -> list[str]:
    if len(data) > LIMIT:
        raise refuse("signed.too_large", place, size=len(data), limit=LIMIT)
    foreign = _FOREIGN.search(data)
    if foreign:
        raise _foreign(foreign, place)
    if not data.strip():
        raise refuse("signed.empty", place)
    if not data.endswith(b"\n"):
        raise refuse("signed.no_line_end", _at(place, data.count(b"\n") + 1))
    return data[:-1].decode("ascii").split("\n")


def _foreign(found: re.Match[bytes], place: Place | None) -> CongboError:
    where = _at(place, found.string.count(b"\n", 0, found.start()) + 1)
    if found[0] == b"\r":
        return refuse("signed.carriage_return", where)
    return refuse("signed.character", where, shown=f"0x{found[0][0]:02X}")


def _value(line: Line, row: str, place: Place) -> object:
    text = row[len(line.key) + 2 :]
    if not text.strip():
        raise refuse("signed.value_empty", place, key=line.key, form=line.kind.form)
    if text != text.strip():
        raise refuse("signed.spaces", place, key=line.key)
    value = line.kind.read(text)
    if value is None or line.kind.write(value) != text:  # two spellings of one value would be two records
        raise refuse("signed.value", place, key=line.key, value=text[:80], form=line.kind.form)
    return value


def _at(place: Place | None, line: int) -> Place:
    return Place(place.path if place else "", line)
