"""Which items a few changed ones may collide with or refer to, found without reading all of them.

The front matter of every file is looked through for its id and for document numbers; these names are stored until the file
changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from congbo.checks.alone import Ground
from congbo.errors import CongboError
from congbo.store import State, Store, code_state
from congbo.text.regex import regex

KIND = "names"
A_FEW = 20  # files that are looked through again sooner than the names of all are written

_ID = regex(rb"^(?:id|translation): *[\"']?([^\s\"']+)", re.MULTILINE)
_DIGIT = regex(rb"[0-9]")
_LETTER = regex(rb"[^0-9/.,:_-]")
_BETWEEN = b"\"',[](){}:\n\r\t\v\f"  # what parts words, beside blanks
_BLANKS = bytes.maketrans(_BETWEEN, b" " * len(_BETWEEN))

Names = bytes  # with blanks between them, which no name has
Kept = tuple[bytes | None, Names]  # with the state of the file that they stood in


def neighbours(ground: Ground, store: Store, states: State, chosen: Collection[str]) -> tuple[str, ...]:
    """Return the pages that share an id or a number with the chosen ones, and the chosen ones, in the order of paths."""
    names = _names(ground, store, states)
    words = (word for page in chosen for word in _words(_head(ground, page)))
    wanted = frozenset((*(name for page in chosen for name in names[page][1].split()), *words))
    return tuple(page for page, (_, own) in names.items() if page in chosen or not wanted.isdisjoint(own.split()))


def _names(ground: Ground, store: Store, states: State) -> Mapping[str, Kept]:
    code = code_state()
    stored: Mapping[str, Kept] = store.get(KIND, code) or {}
    others = [page for page in ground.pages if page not in stored or stored[page][0] != states.get(page)]
    if not others and len(stored) == len(ground.pages):
        return stored
    fresh = {page: (states.get(page), _named(ground, page)) for page in others}
    found = {page: fresh[page] if page in fresh else stored[page] for page in ground.pages}
    if len(fresh) > A_FEW:
        store.put(KIND, code, found)
    return found


def _named(ground: Ground, page: str) -> Names:
    head = _head(ground, page)
    return b" ".join((*_ID.findall(head), *filter(_is_number, _slashed(head.translate(_BLANKS)))))


def _words(head: bytes) -> list[bytes]:
    return head.translate(_BLANKS).split()


def _slashed(words: bytes) -> Iterator[bytes]:
    """Yield the words with a slash inside, which are few: found from their slashes, not by a look at every word."""
    at = words.find(b"/")
    while at >= 0:
        start, end = words.rfind(b" ", 0, at) + 1, words.find(b" ", at)
        yield words[start : end if end >= 0 else None].lstrip(b"/")
        at = words.find(b"/", end) if end >= 0 else -1


def _is_number(word: bytes) -> bool:
    """A document number has a digit, and letters after its last slash; a date or a quarter has none there."""
    before, _, last = word.rpartition(b"/")
    return bool(before and _DIGIT.search(word) and _LETTER.search(last))


def _head(ground: Ground, page: str) -> bytes:
    try:
        data = ground.tree.read(page)
    except CongboError:
        return b""  # the checks of the file itself say so
    return data[: data.find(b"\n---", 3) + 1 or None]
