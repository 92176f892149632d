"""The stretches of a text whose words together speak for an encoding.

The figures were set on real documents (domain report 2.5): a fragment of 40 characters with three accented words is enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from congbo.text.encodings.single import Encoding, encodings
from congbo.text.encodings.weigh import OTHER_TONGUE, STRONG, UNICODE, WEAK, Word, weighed
from congbo.text.encodings.words import is_vietnamese, stands
from congbo.text.regex import regex

_ENOUGH = 2.0
_DROP = 3.0  # so much against an encoding ends a stretch
_FAR = 300  # words that add nothing: so the search stays in proportion to the text
_KEPT = 0.25  # of two readings the one that keeps more words as they are is the likelier
_FEW = 3  # accented words that make a short text

_END_OF_SENTENCE = regex(r"[.!?;\n]")


class Stretch(Struct, frozen=True):
    """A part of a text that an encoding explains, and how well."""

    encoding: str
    start: int
    end: int
    score: float


def stretches(text: str) -> Iterator[Stretch]:
    """Yield the parts of the text that an encoding explains better than Unicode; parts of two encodings may overlap."""
    for encoding in encodings():
        words = weighed(text, encoding)
        for first, last, score in _found(words, encoding):
            first, last = _widened(text, words, first, last)
            kept = sum(_kept(word, encoding) for word in words[first : last + 1])
            yield Stretch(encoding.name, words[first].start, words[last].end, score + _KEPT * kept)


def _kept(word: Word, encoding: Encoding) -> bool:
    return word.accented and stands(word.text) and encoding.read(word.text) == word.text


def _found(words: list[Word], encoding: Encoding) -> list[tuple[int, int, float]]:
    heavy = [one for one in _heavy(words, _ENOUGH) if _varied(words[one[0] : one[1] + 1], encoding)]
    return heavy or _short_text(words, encoding)


def _heavy(words: list[Word], enough: float) -> Iterator[tuple[int, int, float]]:
    """Yield first word, last word and weight of each stretch that weighs enough; both ends speak for the encoding."""
    here = 0
    while here < len(words):
        if words[here].weight <= 0:
            here += 1
            continue
        last, best = _heaviest(words, here)
        if best >= enough:
            yield here, last, best
        here = last + 1


def _heaviest(words: list[Word], first: int) -> tuple[int, float]:
    total = best = 0.0
    last = first
    for here in range(first, len(words)):
        total += words[here].weight
        if total > best:
            last, best = here, total
        if total <= 0 or best - total > _DROP or here - last > _FAR:
            break
    return last, best


def _varied(words: list[Word], encoding: Encoding) -> bool:
    """Tell whether a stretch shows two accented letters, or a word that no language writes: one may be a tongue's."""
    telling = [word for word in words if word.weight > 0]
    letters = {c for word in telling for c in encoding.read(word.text) if not c.isascii()}
    return len(letters) > 1 or any(word.weight >= STRONG for word in telling)


def _short_text(words: list[Word], encoding: Encoding) -> list[tuple[int, int, float]]:
    """One word is enough in a short text that nothing contradicts; its first and last word may be cut."""
    agreeing = sum(word.accented and word.weight >= 0 and is_vietnamese(encoding.read(word.text)) for word in words)
    against = sum(word.weight for word in words[1:-1] if word.weight < 0)
    telling = sum(word.weight > 0 for word in words)
    if agreeing < _FEW or against < OTHER_TONGUE or telling > 1 or any(word.weight <= UNICODE for word in words):
        return []
    return list(_heavy(words, WEAK))


def _widened(text: str, words: list[Word], first: int, last: int) -> tuple[int, int]:
    """Take in the words around that fit both readings, where these lead to the sentence's end."""
    start, end = first, last
    while start > 0 and words[start - 1].weight >= 0 and not _parted(text, words, start):
        start -= 1
    while end + 1 < len(words) and words[end + 1].weight >= 0 and not _parted(text, words, end + 1):
        end += 1
    return start if _parted(text, words, start) else first, end if _parted(text, words, end + 1) else last


def _parted(text: str, words: list[Word], here: int) -> bool:
    """Tell whether a sentence begins with the word ``here`` (or the text ends before it)."""
    if here in (0, len(words)):
        return True
    return bool(_END_OF_SENTENCE.search(text, words[here - 1].end, words[here].start))
