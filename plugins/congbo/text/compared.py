"""Two texts side by side, word by word, as somebody reads them who has to judge what became of the one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final, NamedTuple

SAME: Final = "same"
GONE: Final = "gone"
NEW: Final = "new"
# Two paragraphs of which the one is longer than this many words are shown as one gone and one new: nobody waits for minutes.
MOST_WORDS = 3000
_WORD = re.compile(r"\s+|[^\s]+")


class Piece(NamedTuple):
    """A run of words: in both texts, only in the earlier one (gone), only in the later one (new)."""

    kind: str
    text: str


class Row(NamedTuple):
    """A paragraph as it was and as it becomes, either of them empty where there is none."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Tell whether nothing differs."""
        return all(piece.kind == SAME for piece in (*self.before, *self.after))


def compared(before: Sequence[str], after: Sequence[str]) -> tuple[Row, ...]:
    """Return the paragraphs of two texts, those that belong together in one row."""
    return tuple(_rows(before, after))


def _rows(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for was, now in zip_longest(before[a:b], after[c:d]):
            yield _kept(was) if kind == "equal" else words(was, now)


def _kept(text: str | None) -> Row:
    piece = (Piece(SAME, text or ""),)
    return Row(piece, piece)


def words(before: str | None, after: str | None) -> Row:
    """Return one paragraph as it was and as it becomes (None: it is not there)."""
    was, now = _WORD.findall(before or ""), _WORD.findall(after or "")
    if not was or not now or max(len(was), len(now)) > MOST_WORDS:
        return Row(_whole(GONE, before), _whole(NEW, after))
    ways = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    left = (Piece(SAME if kind == "equal" else GONE, "".join(was[a:b])) for kind, a, b, _, _ in ways)
    right = (Piece(SAME if kind == "equal" else NEW, "".join(now[c:d])) for kind, _, _, c, d in ways)
    return Row(_joined(left), _joined(right))


def _whole(kind: str, text: str | None) -> tuple[Piece, ...]:
    return (Piece(kind, text),) if text else ()


def _joined(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)
