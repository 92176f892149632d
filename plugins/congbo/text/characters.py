"""Characters that may not stand in a file, and the storage form (NFC)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from congbo.text.lookalike import lookalikes
from congbo.text.regex import regex

# What nobody sees, by what it does. One search finds any of them, a second look tells which.
_UNSEEN = {
    "soft_hyphen": "\u00ad",
    "zero_width": "\u034f\u200b-\u200d\u2060\ufeff",
    "direction": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "variation": "\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "tag": "\U000e0000-\U000e007f",
    "blank": "\u115f\u1160\u2061-\u2065\u206a-\u206f\u2800\u3164\uffa0\ufff9-\ufffc",
    "private_use": "\ue000-\uf8ff\U000f0000-\U0010fffd",
    "lost": "\ufffd",
}
_KINDS = {kind: regex(f"[{codes}]") for kind, codes in _UNSEEN.items()}
_ANY = regex(f"[{''.join(_UNSEEN.values())}]")
# A quick look that spares ordinary text the others: everything but Latin, Vietnamese and common punctuation.
_UNUSUAL = regex("[^\x00-\xac\xae-\u034e\u0350-\u036f\u1ea0-\u1ef9\u2010-\u2027\u202f-\u205e]")
# What may be deleted without loss; a letter of a private font or a lost one must be typed again.
DELETABLE = regex(f"[{''.join(codes for kind, codes in _UNSEEN.items() if kind not in ('private_use', 'lost'))}]")

# Our own storage rule (CB-4): TCVN 6909:2001 itself also admits the combining form.
_FORM: Final = "NFC"
# Ð (eth) stands for Đ where a word begins or among capitals; in the names of Iceland (Guðmundur) it stands for itself.
ETH = regex(r"[Ðð](?:(?<![^\W\d_].)|(?<=[A-ZĐ]Ð)(?![a-zà-ỹ]))")
DYET = {"\u00d0": "Đ", "\u00f0": "đ"}


class Flaw(Struct, frozen=True):
    """A character fault: its kind, what shows it, the offset in the text counted from 0, and the word that it stands in."""

    kind: str
    shown: str
    offset: int
    word: str = ""


def flaws(text: str) -> Iterator[Flaw]:
    """Yield the storage faults of the text: lines not in NFC, unseen characters, Ð for Đ, letters of other scripts."""
    if not unicodedata.is_normalized(_FORM, text):
        yield from _decomposed(text)
    unusual = _UNUSUAL.search(text)
    for found in _ANY.finditer(text) if unusual else ():
        yield Flaw(_kind(found[0]), f"U+{ord(found[0]):04X}", found.start())
    for found in ETH.finditer(text):
        yield Flaw("eth", DYET[found[0]], found.start())
    for one in lookalikes(text) if unusual else ():
        yield Flaw(one.kind, one.letter, one.offset, one.word)


def _kind(character: str) -> str:
    return next(kind for kind, codes in _KINDS.items() if codes.match(character))


def _decomposed(text: str) -> Iterator[Flaw]:
    position = 0
    for line in text.splitlines(keepends=True):
        if not unicodedata.is_normalized(_FORM, line):
            yield Flaw("nfc", _first_word_not_nfc(line), position + _first_difference(line))
        position += len(line)


def _first_difference(line: str) -> int:
    normal = unicodedata.normalize(_FORM, line)
    pairs = zip(line, normal, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), 0)


def _first_word_not_nfc(line: str) -> str:
    words = (word for word in line.split() if not unicodedata.is_normalized(_FORM, word))
    return unicodedata.normalize(_FORM, next(words, line.strip()[:20]))
