"""Bytes that are no UTF-8: which encoding they look like, and their text."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from msgspec import Struct

from congbo.text.encodings import twice
from congbo.text.encodings.passages import TWICE, passages, recover, share
from congbo.text.encodings.shown import shown

_MOST = 0.6  # of the words; the rest may be names of other countries
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Octets(Struct, frozen=True, dict=True):
    """The bytes of a text file."""

    data: bytes

    @cached_property
    def foreign(self) -> tuple[int, ...]:
        """Return the lines, counted from 1, whose bytes are no UTF-8."""
        if _is_utf8(self.data):
            return ()
        return tuple(number for number, line in enumerate(self.data.split(b"\n"), 1) if not _is_utf8(line))

    @cached_property
    def seen(self) -> str:
        """Return the text with those lines as Windows-1252 shows them."""
        if not self.foreign:
            return self.data.decode()
        return b"\n".join(line if _is_utf8(line) else shown(line).encode() for line in self.data.split(b"\n")).decode()

    @cached_property
    def encoding(self) -> str:
        """Return the old encoding that those lines look like; "" if they look like none."""
        lines = self.seen.split("\n")
        foreign = "\n".join(lines[number - 1] for number in self.foreign)
        found: Counter[str] = Counter()
        for guess in passages(foreign):
            if guess.encoding != TWICE:  # the UTF-8 part of a mixed line
                found[guess.encoding] += len(guess.shown)
        name = found.most_common(1)[0][0] if found else ""
        return name if name and share(twice.recover(foreign), name) >= _MOST else ""

    @cached_property
    def text(self) -> str | None:
        """Return the text; None if its encoding cannot be told."""
        if not self.foreign:
            return self.seen
        if not self.encoding:
            return None
        lines = self.seen.split("\n")
        for number in self.foreign:
            lines[number - 1] = recover(twice.recover(lines[number - 1]), self.encoding)
        return "\n".join(lines)


def of_wide(data: bytes) -> str | None:
    """Return the text of a file in UTF-16 with its mark, or None."""
    name = _WIDE.get(data[:2])
    try:
        return data[2:].decode(name) if name else None
    except UnicodeDecodeError:
        return None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
