"""Vietnamese text as the old encodings wrote it: the inverse of what ``congbo.text.encodings`` undoes."""

from __future__ import annotations

import unicodedata
from functools import cache

from congbo.text.encodings.shown import shown
from congbo.text.encodings.tables import letters, windows_1258

ENCODINGS = ("tcvn3", "vni", "viscii", "windows_1258", "utf8_twice")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def typed(text: str, encoding: str) -> str:
    """Return the text (NFC) as it is seen after it was typed in an encoding and read as Windows-1252."""
    if encoding == "utf8_twice":
        return shown(text.encode())
    if encoding == "windows_1258":
        return _windows_1258(text)
    table = _table(encoding)
    return "".join(table.get(letter, letter) for letter in text)


def stored(text: str, encoding: str) -> bytes:
    """Return the bytes of such a text in a file of that time."""
    bytes_of = {shown(bytes([byte])): byte for byte in range(256)}
    return bytes(bytes_of[character] for character in typed(text, encoding))


@cache
def _table(name: str) -> dict[str, str]:
    table = {letter: seen for seen, letter in letters(name).items() if seen == shown(_data(seen))}
    if name == "tcvn3":  # the capitals are the small letters in another font
        table |= {letter.upper(): seen for letter, seen in table.items() if letter.upper() not in table}
    return table


def _data(seen: str) -> bytes:
    return seen.encode("cp1252", "ignore") or seen.encode("latin-1")


def _windows_1258(text: str) -> str:
    """As the Vietnamese keyboard of Windows types: a letter with its hat, then the tone."""
    table = {letter: seen for seen, letter in windows_1258().items()}
    return "".join(table.get(c, c) for letter in text for c in _letter_and_tone(letter))


def _letter_and_tone(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tone = "".join(c for c in marks if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in marks if c not in _TONES)) + tone
