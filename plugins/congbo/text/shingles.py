"""Passages that two texts have in common, found through runs of words (shingles) instead of comparing text with text.

Only shingles that begin with a certain letter are kept: which ones does not depend on where in a text they stand, so a copied
passage shows the same ones on both sides, at a fifth of the cost.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

from congbo.text.regex import regex

LENGTH = 8
_FIRST_LETTER = "t"
_MOST, _LONG = 100_000, 40  # words that are remembered, and how long they may be
_WORD = regex(r"\w+")
_AROUND = "".join(map(chr, range(33, 48))) + ":;<=>?@[]_`{|}~“”‘’…–—"


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation and markup."""
    return _WORD.findall(text.lower())


def offset_of(text: str, word: int) -> int:
    """Return where the word of a number (from 0) begins in the text."""
    return next((found.start() for number, found in enumerate(_WORD.finditer(text.lower())) if number == word), 0)


def shingles(found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield a hash and the number of its first word for each shingle kept; hashes hold within one process only."""
    for start in range(len(found) - LENGTH + 1):
        if found[start][0] == _FIRST_LETTER:
            yield hash(tuple(found[start : start + LENGTH])), start


def prints(text: str) -> bytes:
    """Return the shingles kept of a text as one short value, which holds in every process (numbers are hashed alike)."""
    numbers = tuple(map(_NUMBERS.__getitem__, text.split()))
    last = max(len(numbers) - LENGTH + 1, 0)
    starts = [start for start, number in enumerate(numbers[:last]) if number & 1]
    return array("I", [hash(numbers[start : start + LENGTH]) & 0xFFFFFFFF for start in starts]).tobytes()


class _Numbers(dict[str, int]):
    """The numbers of the words met so far; odd ones are those with which a shingle begins that is kept."""

    def __missing__(self, typed: str) -> int:
        word = typed.lower().strip(_AROUND)
        number = 2 * crc32(word.encode("utf-8", "surrogatepass")) + word.startswith(_FIRST_LETTER)
        if len(self) < _MOST and len(typed) < _LONG:
            self[typed] = number
        return number


_NUMBERS = _Numbers()


def printed(of: bytes) -> frozenset[int]:
    """Return the shingles of a value of ``prints``."""
    found = array("I")
    found.frombytes(of)
    return frozenset(found)


def common_run(one: Sequence[str], at: int, other: Sequence[str], there: int) -> tuple[int, int]:
    """Return the first word in ``one`` and the length of the passage around two places that the texts have in common."""
    before = 0
    while before < min(at, there) and one[at - before - 1] == other[there - before - 1]:
        before += 1
    after = 0
    while after < min(len(one) - at, len(other) - there) and one[at + after] == other[there + after]:
        after += 1
    return at - before, before + after
