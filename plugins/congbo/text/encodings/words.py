"""Words as old encodings show them, and whether a word can be Vietnamese."""

from __future__ import annotations

import unicodedata

from congbo.text.regex import regex
from congbo.text.syllables import is_syllable

# What may be part of a word: everything beyond ASCII but spaces and the quotes, dashes and ideographic marks of Unicode.
_BEYOND = r"[^\x00-\x7f\s\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff1f]"
WORD = regex(rf"(?:[A-Za-z]|{_BEYOND})+")

# Where an encoding has letters in the places of these, they may still be what they seem: at a word's edge.
QUOTES = "‘’‚“”„–—…•‹›"

_ETH = str.maketrans("Ðð", "Đđ", "\u00ad")
_ABBREVIATION = regex("[A-Z]*Đ[A-Z]*")
_MEASURE = regex("[kcdm]?m[²³]")
_UNIT = regex("[A-Za-z]{0,3}[²³]|[µ°º][A-Za-z]*|[A-Za-z]*[°ªº]|[A-Za-z]+[®™©]")


def is_vietnamese(word: str) -> bool:
    """Tell whether the word can be a Vietnamese syllable, or an abbreviation with Đ such as QĐ."""
    normal = unicodedata.normalize("NFC", word).strip(QUOTES)
    return is_syllable(normal.lower()) or bool(_ABBREVIATION.fullmatch(normal))


def stands(word: str) -> bool:
    """Tell whether the word needs no other reading: Vietnamese as it is, or a unit. Ð for Đ is a fault of its own (CB-4)."""
    return is_vietnamese(word.translate(_ETH)) or bool(_UNIT.fullmatch(word))


def is_measure(word: str) -> bool:
    """Tell whether the word is a measure of area or volume: in text of any encoding these signs were put in by hand."""
    return bool(_MEASURE.fullmatch(word))


def plain(word: str) -> bool:
    """Tell whether the word has ASCII letters only: it looks the same in every encoding."""
    return word.isascii() and word.isalpha()
