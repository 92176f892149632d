"""Which items a few changed ones may collide with or refer to, found without reading all of them.

The front matter of every file is looked through for its id and for document numbers; these names are stored until the file
changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from congbo.checks.alone import Ground
from congbo.errors import CongboError
from congbo.store import State, Store, code_state

KIND = "names"

_ID = re.compile(rb"^(?:id|translation): *[\"']?([^\s\"']+)", re.MULTILINE)
_DIGIT = re.compile(rb"[0-9]")
_LETTER = re.compile(rb"[^0-9/.,:_-]")
# Looks back, so that a long word without a slash is tried once and not from each of its letters.
_SLASHED = re.compile(rb"(?<![^\s\"',\[\](){}:/])[^\s\"',\[\](){}:/]+/[^\s\"',\[\](){}:]+")
_WORD = re.compile(rb"[^\s\"',\[\](){}:]+")

Names = frozenset[bytes]


def neighbours(ground: Ground, store: Store, states: State, chosen: Collection[str]) -> tuple[str, ...]:
    """Return the pages that share an id or a number with the chosen ones, and the chosen ones, in the order of paths."""
    names = _names(ground, store, states)
    wanted = frozenset(name for page in chosen for name in (*names.get(page, ()), *_WORD.findall(_head(ground, page))))
    return tuple(page for page, own in names.items() if page in chosen or not wanted.isdisjoint(own))


def _names(ground: Ground, store: Store, states: State) -> Mapping[str, Names]:
    code = code_state()
    stored: Mapping[str, tuple[object, Names]] = store.get(KIND, code) or {}
    found = {page: _kept(stored, page, states) or (states.get(page), _named(ground, page)) for page in ground.pages}
    if found != stored:
        store.put(KIND, code, found)
    return {page: names for page, (_, names) in found.items()}


def _kept(stored: Mapping[str, tuple[object, Names]], page: str, states: State) -> tuple[object, Names] | None:
    known = stored.get(page)
    return known if known and known[0] == states.get(page) else None


def _named(ground: Ground, page: str) -> Names:
    head = _head(ground, page)
    return frozenset((*_ID.findall(head), *(word for word in _SLASHED.findall(head) if _is_number(word))))


def _is_number(word: bytes) -> bool:
    """A document number has a digit, and letters after its last slash; a date or a quarter has none there."""
    return bool(_DIGIT.search(word) and _LETTER.search(word.rpartition(b"/")[2]))


def _head(ground: Ground, page: str) -> bytes:
    try:
        data = ground.tree.read(page)
    except CongboError:
        return b""  # the checks of the file itself say so
    return data[: data.find(b"\n---", 3) + 1 or None]
