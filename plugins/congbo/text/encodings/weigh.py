"""How much each word of a text speaks for an encoding and against Unicode."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct

from congbo.text.encodings.single import Encoding
from congbo.text.encodings.words import QUOTES, is_vietnamese, plain, stands
from congbo.text.regex import regex

STRONG, WEAK, OTHER_TONGUE, FOREIGN, UNICODE = 2.0, 1.0, -0.35, -1.5, -2.0

# Within a word: a sign between letters (nh©n), a capital after a small letter (lËp), a pair (ngaøy). No language writes so.
_UNWRITABLE = regex(r"[A-Za-z][\u00a1-\u00bf×÷][a-z]|[a-z][À-ÖØ-Þ]|[aeuy]ø|[aey]ù")
_SHORT = 3  # letters: n±m may be a formula


class Word(Struct, frozen=True):
    """A word with its offset in a text, and its weight: above 0 it speaks for the encoding, below 0 against it."""

    start: int
    text: str
    weight: float

    @property
    def end(self) -> int:
        """Return the offset after the word."""
        return self.start + len(self.text)

    @property
    def accented(self) -> bool:
        """Tell whether the word has anything but ASCII letters."""
        return not plain(self.text)


def weighed(text: str, encoding: Encoding) -> list[Word]:
    """Return the words of the text with their weights."""
    weigh = _scale(encoding)
    return [Word(found.start(), found[0], weigh(found[0])) for found in encoding.word.finditer(text)]


@cache
def _scale(encoding: Encoding) -> Callable[[str], float]:
    return lru_cache(maxsize=20_000)(lambda word: _weight(word, encoding))


def _weight(word: str, encoding: Encoding) -> float:
    if plain(word):
        return 0.0 if len(word) < 2 or word.isupper() or is_vietnamese(word) else OTHER_TONGUE
    core = word.strip(QUOTES + "«»")
    if not any(map(str.isalpha, core)) or plain(core):
        return 0.0  # what is quoted says nothing
    if not encoding.covers(word):
        return UNICODE
    unicode, legacy = stands(word), is_vietnamese(encoding.read(word))
    if legacy:
        return 0.0 if unicode else _evidence(word)
    return UNICODE if unicode else FOREIGN


def _evidence(word: str) -> float:
    return STRONG if len(word) > _SHORT and _UNWRITABLE.search(word) else WEAK
