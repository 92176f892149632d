"""The encodings of one byte (or a letter and its mark) for each letter: TCVN3, VNI, VISCII, Windows-1258."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from congbo.text.encodings.tables import letters, windows_1258
from congbo.text.encodings.words import QUOTES, WORD, is_measure, is_vietnamese, plain, stands
from congbo.text.regex import regex

# VISCII keeps capitals where Windows-1252 has quotes, dashes and control characters.
_WIDE_WORD = regex(rf"(?:{WORD.pattern}|[\x02\x05\x06\x14\x19\x1e\u0080-\u009f\u2010-\u203a])+")


class Encoding(Struct, frozen=True):
    """An encoding: how a word in it is read, what a word is, and the characters beyond ASCII that it can show."""

    name: str
    read: Callable[[str], str]
    word: re.Pattern[str]
    shows: frozenset[str]

    def recover(self, text: str) -> str:
        """Return the text with each word read anew; a word that is Vietnamese as it stands, and only so, is left alone."""
        return self.word.sub(self._recovered, text)

    def share(self, text: str) -> float:
        """Return how much of the text's accented words is Vietnamese once it is read in this encoding: 0 to 1."""
        words = [
            found[0] for found in self.word.finditer(text) if not plain(found[0]) and any(map(str.isalpha, found[0]))
        ]
        return sum(is_vietnamese(self.read(word)) for word in words) / len(words) if words else 0.0

    def covers(self, word: str) -> bool:
        """Tell whether all of the word's characters beyond ASCII are of this encoding."""
        return all(character.isascii() or character in self.shows for character in word)

    def _recovered(self, found: re.Match[str]) -> str:
        word = found[0]
        if plain(word) or not self.covers(word) or is_measure(word) or _is_degree(found):
            return word
        read = self.read(word)
        return word if stands(word) and not is_vietnamese(read) else read


def _is_degree(found: re.Match[str]) -> bool:
    """A sign after a digit (20°40') is no letter."""
    return not any(map(str.isalpha, found[0])) and found.string[found.start() - 1 : found.start()].isdigit()


def _translating(table: dict[int, str]) -> Callable[[str], str]:
    return lambda word: word.translate(table)


def _tcvn3() -> Encoding:
    table = letters("tcvn3")
    codes = str.maketrans(dict(table))

    def read(word: str) -> str:
        # Accented capitals are a matter of the font (.VnTimeH); among capitals they are capitals again.
        plain = word.translate(codes)
        capitals = [c for c in word if c.isascii() or table.get(c, "").isupper()]
        return plain.upper() if len(capitals) > 1 and "".join(capitals).isupper() else plain

    return Encoding("tcvn3", read, WORD, frozenset(table))


def _vni() -> Encoding:
    table = dict(letters("vni"))
    pairs = {seen: letter for seen, letter in table.items() if len(seen) == 2}
    for seen, letter in pairs.items():  # a capital with the small mark, as many typed it
        base, mark = seen[0], seen[1]
        table.setdefault(base + (mark.lower() if mark.isupper() else mark.upper()), letter)
    either = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    shows = frozenset(c for seen in table for c in seen if not c.isascii())
    return Encoding("vni", lambda word: either.sub(lambda found: table[found[0]], word), WORD, shows)


def _viscii() -> Encoding:
    table = letters("viscii")
    codes = str.maketrans(dict(table))

    def read(word: str) -> str:
        whole, core = word.translate(codes), word.strip(QUOTES)
        if is_vietnamese(whole) or core == word or not core:
            return whole
        return word.replace(core, core.translate(codes))

    return Encoding("viscii", read, _WIDE_WORD, frozenset(table) | frozenset(QUOTES))


def _windows_1258() -> Encoding:
    table = windows_1258()
    codes = str.maketrans(dict(table))
    alike = "ÀÁÂÈÉÊÍÓÔÙÚàáâèéêíóôùú"  # letters that both code pages have in one place

    def read(word: str) -> str:
        return unicodedata.normalize("NFC", word.translate(codes))

    return Encoding("windows_1258", read, WORD, frozenset(table) | frozenset(alike))


@cache
def encodings() -> tuple[Encoding, ...]:
    """Return the encodings, the commoner first."""
    return (_tcvn3(), _vni(), _windows_1258(), _viscii())
