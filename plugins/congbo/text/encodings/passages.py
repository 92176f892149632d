"""The passages of a text that were typed in an old encoding."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

from congbo.text.encodings import twice
from congbo.text.encodings.single import encodings
from congbo.text.encodings.stretches import stretches
from congbo.text.encodings.suspicion import suspicious

TWICE = "utf8_twice"


class Guess(Struct, frozen=True):
    """A passage: its encoding, its offset in the text counted from 0, the passage as it is seen and as it was meant."""

    encoding: str
    start: int
    shown: str
    recovered: str

    @property
    def end(self) -> int:
        """Return the offset after the passage."""
        return self.start + len(self.shown)


def passages(text: str) -> list[Guess]:
    """Return the passages in the order of the text; none for a text in Unicode, composed or not."""
    if not suspicious(text):
        return []
    found = [(score, TWICE, start, end) for start, end, score in twice.spans(text)]
    found += [(one.score, one.encoding, one.start, one.end) for one in stretches(text)]
    return sorted((_guess(text, *one[1:]) for one in _best(found)), key=lambda guess: guess.start)


def recognise(text: str) -> Guess | None:
    """Return the first passage in an old encoding, or None."""
    return next(iter(passages(text)), None)


def recover(text: str, encoding: str) -> str:
    """Return the text as it was meant, in NFC. Raises KeyError for an encoding of another name."""
    if encoding == TWICE:
        return unicodedata.normalize("NFC", twice.recover(text))
    return {one.name: one for one in encodings()}[encoding].recover(text)


def share(text: str, encoding: str) -> float:
    """Return how much of a text's accented words is Vietnamese once it is read in an encoding: 0 to 1."""
    return {one.name: one for one in encodings()}[encoding].share(text)


def _best(found: list[tuple[float, str, int, int]]) -> list[tuple[float, str, int, int]]:
    chosen: list[tuple[float, str, int, int]] = []
    for one in sorted(found, key=lambda one: -one[0]):
        if all(one[3] <= other[2] or other[3] <= one[2] for other in chosen):
            chosen.append(one)
    return chosen


def _guess(text: str, encoding: str, start: int, end: int) -> Guess:
    shown = text[start:end]
    return Guess(encoding, start, shown, recover(shown, encoding))
