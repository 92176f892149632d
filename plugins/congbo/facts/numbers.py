"""Numbers in the cells of a column, which are all written in one way: "1.224,6", "1224.6" or "1,224.6"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from re import Pattern
from typing import Final

from msgspec import Struct

from congbo.text.regex import regex

Numbers = tuple[Decimal | None, ...]

# What a cell without a value holds, as statisticians write it.
MISSING: Final = frozenset(("", "-", "–", "—", "...", "…", "x"))
_SIGNS: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-"})


class Doubt(Struct, frozen=True):
    """A column of numbers that cannot be read in one way: the cell where it shows, and why."""

    at: int
    key: str


class _Way(Struct, frozen=True):
    """A way of writing: what is a number, and the signs between its thousands and before its decimals."""

    pattern: Pattern[str]
    between: str
    mark: str

    def read(self, texts: Iterable[str]) -> Numbers | None:
        """Return the numbers, if all that is not missing is written in this way."""
        found: list[Decimal | None] = []
        for text in texts:
            if text not in MISSING and not self.pattern.fullmatch(text):
                return None
            found.append(None if text in MISSING else self._number(text))
        return tuple(found)

    def _number(self, text: str) -> Decimal:
        for sign in self.between:
            text = text.replace(sign, "")
        return Decimal(text.replace(self.mark, "."))


_PLAIN: Final = _Way(regex(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?"), "", ".")
_COMMA: Final = _Way(regex(r"-?(?:[0-9]{1,3}(?:[. ][0-9]{3}){1,4}|[0-9]{1,15})(?:,[0-9]{1,9})?"), ". ", ",")
_POINT: Final = _Way(regex(r"-?(?:[0-9]{1,3}(?:[, ][0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,9})?"), ", ", ".")


def numbers_of(cells: Sequence[str], comma_first: bool) -> Numbers | Doubt | None:
    """Return the numbers of a column, None if it is one of words, or a doubt.

    ``comma_first``: the file is one of those whose decimals stand after a comma, so that "1.224" is a thousand and more.
    """
    texts = [cell.translate(_SIGNS) for cell in cells]
    if all(text in MISSING for text in texts):
        return None
    if comma_first and (found := _COMMA.read(texts)):
        return found
    read = [found for way in (_PLAIN, _COMMA, _POINT) if (found := way.read(texts))]
    if not read:
        return _stranger(texts)
    differing = [at for at, values in enumerate(zip(*read, strict=True)) if len(set(values)) > 1]
    return Doubt(differing[0], "ambiguous") if differing else read[0]


def _stranger(texts: Sequence[str]) -> Doubt | None:
    """Return the first cell that is no number, in a column where most are."""
    strange = [at for at, text in enumerate(texts) if not any(way.read([text]) for way in (_PLAIN, _COMMA, _POINT))]
    return Doubt(strange[0], "word") if strange and len(strange) * 2 < len(texts) else None
