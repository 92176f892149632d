"""Where TCVN3 leaves capitals in doubt: its accented capitals were small letters in another font (.VnTimeH)."""

from __future__ import annotations

import unicodedata

from congbo.text.encodings.tables import letters
from congbo.text.encodings.words import WORD, plain

NAME = "tcvn3"
_TONES = set("\u0300\u0301\u0303\u0309\u0323")


def in_doubt(line: str) -> bool:
    """Tell whether a line, as it is seen, has a word that may have had a capital where none can be seen.

    A word that begins with a letter with a tone (ủy or Ủy); beside words in capitals one with a single capital (Xã or XÃ).
    """
    words = [found[0] for found in WORD.finditer(line)]
    if any(_toned(word[0]) for word in words):
        return True
    capital = [word for word in words if not any(letter.isascii() and letter.islower() for letter in word)]
    shouting = any(_capitals(word) > 1 for word in capital)
    return shouting and any(not plain(word) and _capitals(word) < 2 and any(map(_toned, word)) for word in capital)


def _capitals(word: str) -> int:
    return sum((letter if letter.isascii() else letters(NAME).get(letter, "")).isupper() for letter in word)


def _toned(seen: str) -> bool:
    return not _TONES.isdisjoint(unicodedata.normalize("NFD", letters(NAME).get(seen, "")))
