"""UTF-8 that was read as Windows-1252, Windows-1258 or Latin-1 and written as UTF-8 again, once or several times over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from congbo.text.encodings.shown import as_windows, byte_of
from congbo.text.encodings.words import is_vietnamese
from congbo.text.regex import regex

_LAYERS = 4
_TRAILING = "".join({face(byte) for byte in range(0x80, 0xC0) for face in (chr, as_windows)})
_T = f"[{re.escape(_TRAILING)}]"
_SEQUENCE = regex(f"[Â-ßĂ]{_T}|[à-ï]{_T}{{2}}")
_LETTERS = r"(?:[A-Za-z]|[^\x00-\x7f])+"
_WORD = regex(rf"{_LETTERS}(?:(?<=Ã) (?:{_LETTERS})?)*")

# Vietnamese letters, the punctuation of offices, and what another layer is made of; nothing of other scripts.
_EXPECTED = regex("[\u0080-\u01ff\u02c6-\u02dc\u0300-\u032f\u1ea0-\u1eff\u2000-\u212f]")

# Bytes that programs lose: of à (Ã and a blank that does not break) Ã and a blank are left, of í (Ã and a soft hyphen) Ã,
# of ề, ọ, ỏ, ờ, Ố (á» and a byte that Windows-1252 has no character for) á».
_A, _E = "\ue0c3", "\ue1bb"
_CUT = {_A: regex(f"Ã(?!{_T})"), _E: regex(f"á»(?!{_T})")}
_TELLING = regex("|".join(pattern.pattern for pattern in (_SEQUENCE, *_CUT.values())))
_SEEN = {_A: "Ã", _E: "á»"}
# No word is longer: without a limit a file that is one endless word takes the square of its length.
_LETTERS_OF_A_WORD = r"[^\W\d_]{0,40}"
_AFTER_A = regex(rf"({_LETTERS_OF_A_WORD}){_A}( ?)({_LETTERS_OF_A_WORD})")
_AFTER_E = regex(rf"{_LETTERS_OF_A_WORD}{_E}{_LETTERS_OF_A_WORD}")


@cache
def _bytes() -> Mapping[str, int]:
    return {**byte_of(), "Ă": 0xC3}


def recover(text: str) -> str:
    """Return the text with every such sequence read as UTF-8, layer by layer; a lost byte is guessed where one word fits."""
    whole = marked = _marked(text)
    for _ in range(_LAYERS):
        read = _SEQUENCE.sub(_read, whole)
        if read == whole:
            break
        whole = read
    if whole == marked and _E not in marked:
        return text
    whole = _AFTER_E.sub(_the_one_word, _AFTER_A.sub(_with_a_or_i, whole))
    return whole.replace(_A, _SEEN[_A]).replace(_E, _SEEN[_E])


def spans(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield start, end and weight of each line's part that is explained so."""
    at = 0
    for line in text.splitlines(keepends=True):
        words = [found.span() for found in _WORD.finditer(line) if _TELLING.search(found[0])]
        weight = sum(_weight(line[start:end]) for start, end in words)
        if weight > 0:
            yield at + words[0][0], at + words[-1][1], weight
        at += len(line)


def _weight(word: str) -> float:
    read = recover(word)
    fits = read != word and all(is_vietnamese(part) for part in re.findall(r"[^\W\d_]+", read))
    if fits or _CUT[_E].search(word):
        return 2.0
    return -0.5 if _SEQUENCE.search(word) else 0.0


def _marked(text: str) -> str:
    for mark, cut in _CUT.items():
        text = cut.sub(mark, text)
    return text


def _read(found: re.Match[str]) -> str:
    try:
        letter = bytes(_bytes()[character] for character in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    return letter if _EXPECTED.match(letter) else found[0]


def _with_a_or_i(found: re.Match[str]) -> str:
    before, space, after = found.groups()
    if before.isupper() and after[:1].isupper():  # XÃ HỘI
        return found[0]
    whole = f"{before}{'à' if space else 'í'}{after}"
    if is_vietnamese(whole):
        alone = not after and found.string[found.end() : found.end() + 1] != " "
        return whole + space if alone else whole
    return f"{before}à {after}" if space and is_vietnamese(f"{before}à") else found[0]


def _the_one_word(found: re.Match[str]) -> str:
    fitting = [word for letter in "ềọỏờỐ" if is_vietnamese(word := found[0].replace(_E, letter))]
    return fitting[0] if len(fitting) == 1 else found[0]
