"""Vietnamese phrases in running text, however they are typed: either placement of the tone, composed or decomposed.

Words are compared whole and with their marks: "ma túy" is not "mà tuy". A phrase of several words is also found where all
of it is typed without marks.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from congbo.text.fold import fold
from congbo.text.regex import regex

_WORD = regex(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*|,")  # a comma counts: "phòng, chống" has one, "bánh đa, cấp" too
_BETWEEN = regex(r"[ \u00a0*_~`]{0,6}[ \u00a0\n*_~`][ \u00a0*_~`]{0,6}")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SENTENCE_ENDS = regex(r"(?<=[.!?;…])\s|\n[ ]*(?:\n|[-*+>#|]|\d+[.)] )")

Key = tuple[str, ...]


class Found(Struct, frozen=True):
    """A phrase at an offset of the text, as it is typed there, and the number of its entry in the list."""

    start: int
    typed: str
    entry: int


class Phrases:
    """Phrases by entry, ready to be looked for: entry 0 is the first group of phrases given."""

    def __init__(self, entries: Iterable[Iterable[str]]) -> None:
        self._by_first: Mapping[str, list[tuple[Key, int]]] = defaultdict(list)
        for number, phrases in enumerate(entries):
            for phrase in phrases:
                for key in _keys(phrase):
                    self._by_first[key[0]].append((key, number))
        for known in self._by_first.values():
            known.sort(key=lambda one: -len(one[0]))

    def find(self, text: str) -> Iterator[Found]:
        """Yield the phrases in their order; of several that begin with one word, the longest."""
        words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
        keys = [_with_marks(text[start:end]) for start, end in words]
        for at, first in enumerate(keys):
            for phrase, number in self._by_first.get(first, ()):
                last = at + len(phrase)
                if tuple(keys[at:last]) == phrase and _joined(text, words[at:last]):
                    yield Found(words[at][0], text[words[at][0] : words[last - 1][1]], number)
                    break


def sentence_around(text: str, offset: int) -> str:
    """Return the sentence, list entry or heading that an offset lies in."""
    start = max((end.end() for end in _SENTENCE_ENDS.finditer(text, 0, offset)), default=0)
    end = _SENTENCE_ENDS.search(text, offset)
    return text[start : end.start() if end else len(text)]


def _keys(phrase: str) -> Iterator[Key]:
    words = _WORD.findall(phrase)
    marked = tuple(_with_marks(word) for word in words)
    yield marked
    bare = tuple(fold(word) for word in words)
    if len(words) > 1 and bare != marked:
        yield bare


@lru_cache(maxsize=20_000)
def _with_marks(word: str) -> str:
    """Return a word with its tone at its end: "túy" and "tuý" become one; vowels keep their marks."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold().replace("ð", "đ"))
    tones = "".join(part for part in parts if part in _TONES)
    return "".join(part for part in parts if part not in _TONES) + tones


def _joined(text: str, words: list[tuple[int, int]]) -> bool:
    """Tell whether only spaces, line ends and emphasis stand between the words."""
    gaps = pairwise(words)
    return all(text[other[0]] == "," or _BETWEEN.fullmatch(text, one[1], other[0]) for one, other in gaps)
