"""Characters that may not stand in a file, and the storage form (NFC)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Our own storage rule (CB-4): TCVN 6909:2001 itself also admits the combining form.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
_ETH = re.compile("[\u00d0\u00f0]")
_DYET = {"\u00d0": "Đ", "\u00f0": "đ"}


@dataclass(frozen=True, slots=True)
class Flaw:
    """A character fault: kind, the offending characters, and the offset in the text counted from 0."""

    kind: str
    shown: str
    offset: int


def flaws(text: str) -> Iterator[Flaw]:
    """Yield the storage faults of the text: lines that are not NFC, invisible characters, Ð written for Đ."""
    if not unicodedata.is_normalized("NFC", text):
        yield from _decomposed(text)
    for found in _INVISIBLE.finditer(text):
        yield Flaw("invisible", f"U+{ord(found[0]):04X}", found.start())
    for found in _ETH.finditer(text):
        yield Flaw("eth", _DYET[found[0]], found.start())


def _decomposed(text: str) -> Iterator[Flaw]:
    position = 0
    for line in text.splitlines(keepends=True):
        if not unicodedata.is_normalized("NFC", line):
            yield Flaw("nfc", _first_word_not_nfc(line), position + _first_difference(line))
        position += len(line)


def _first_difference(line: str) -> int:
    normal = unicodedata.normalize("NFC", line)
    pairs = zip(line, normal, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), 0)


def _first_word_not_nfc(line: str) -> str:
    words = (word for word in line.split() if not unicodedata.is_normalized("NFC", word))
    return unicodedata.normalize("NFC", next(words, line.strip()[:20]))
