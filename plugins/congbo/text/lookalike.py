"""Letters that look like Latin ones and are not: Cyrillic, Greek, full-width, mathematical and other letters within words.

Whole words of another script stay: quotations, names, Chinese. So do signs of science: μm, ΔT, kΩ, α.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from congbo.text.regex import regex

# Alphabets beyond Latin; not the ideographs and syllables of Chinese, Japanese and Korean, which stand beside Latin letters.
_OTHER = (
    "\u0370-\u10ff\u1200-\u1aaf\u1b00-\u1cff\u1f00-\u1fff\u2102-\u2112\u2114-\u214e\u2160-\u2188\u2c00-\u2c5f\u2c80-\u2cff"
    "\ua4d0-\ua69f\uab70-\uabbf\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00010000-\U0001133f\U0001d400-\U0001d7ff"
)
_ANY = regex(f"[{_OTHER}]")
_LATIN = regex("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = regex(r"(?:[^\W_]|[\u0300-\u036f])+")
_IDEOGRAPH = regex("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")

_CYRILLIC = "АВЕЅІЈКМНОРСТУХҮԌавеѕіјкморстухһԛԝҮ"
_GREEK_CAPITALS = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
_GREEK_SMALL = "αγικνορυχ"
_ALIKE = _CYRILLIC + _GREEK_CAPITALS + _GREEK_SMALL
# Forms of Latin letters and digits that Unicode itself calls compatible: ＵＢＮＤ, 𝐓𝐢𝐧, Ⅱ.
_FORMS = {"FULLWIDTH": "full_width", "MATHEMATICAL": "mathematical"}
_FEW = 3  # letters of a unit or an index: μmol, ΔHf, kΩ


class Lookalike(Struct, frozen=True):
    """A letter in the place of a Latin one: its kind (also its script's), the letter, its offset, and its word."""

    kind: str
    letter: str
    offset: int
    word: str


def lookalikes(text: str) -> Iterator[Lookalike]:
    """Yield the first such letter of each word."""
    if not _ANY.search(text):
        return
    at = 0
    for line in text.splitlines(keepends=True):
        if _ANY.search(line):
            yield from _of_line(line, at)
        at += len(line)


def _of_line(line: str, at: int) -> Iterator[Lookalike]:
    chinese, russian = bool(_IDEOGRAPH.search(line)), _has_other_words(line)
    for found in _WORD.finditer(line):
        letters = _ANY.findall(found[0])
        letter = letters and _strange(found[0], letters, chinese=chinese, quoted=russian)
        if letter:
            yield Lookalike(kind_of(letter), letter, at + found.start() + found[0].index(letter), found[0])


def kind_of(letter: str) -> str:
    """Return the kind of letter: cyrillic, greek, full_width, mathematical or other_script."""
    script = unicodedata.name(letter, "").split(" ")[0]
    return _FORMS.get(script, script.lower() if script in ("CYRILLIC", "GREEK") else "other_script")


def _strange(word: str, letters: list[str], *, chinese: bool, quoted: bool) -> str:
    """Return the letter of the word that pretends to be Latin, or nothing."""
    latin = _LATIN.findall(word)
    forms = [c for c in letters if _is_form(c)]
    if forms:
        return "" if (len(word) == 1 and kind_of(word) != "full_width") or (chinese and not latin) else forms[0]
    if not latin:
        return letters[0] if not quoted and all(c in _ALIKE for c in letters) and _long_enough(word) else ""
    if _is_science(word, letters, len(latin)):
        return ""
    return letters[0]


def _is_form(letter: str) -> bool:
    plain = unicodedata.normalize("NFKC", letter)
    return plain.isascii() and plain.isalnum()


def _long_enough(word: str) -> bool:
    """A single Greek letter is a sign of science."""
    return len(word) > 1 or word in _CYRILLIC


def _is_science(word: str, letters: list[str], latin: int) -> bool:
    """A Greek letter at a word's edge that looks like no Latin one, or a small one beside one Latin letter: μm, ΔT, αs."""
    letter = letters[0]
    if len(letters) > 1 or kind_of(letter) != "greek" or letter in _GREEK_CAPITALS or letter == "ο":
        return False
    if letter in _GREEK_SMALL:
        return latin == 1
    return latin <= _FEW and (word.startswith(letter) or word.endswith(letter))


def _has_other_words(line: str) -> bool:
    """Tell whether the line has letters of other alphabets that look like no Latin ones: a quotation in that language."""
    return any(c not in _ALIKE and not _is_form(c) for c in _ANY.findall(line))
