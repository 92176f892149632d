"""The boards when a key comes or a person goes: the end of a term, and the keys that a role names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from congbo.dates import holds
from congbo.policy import Policy
from congbo.policy.holders import Holder, person_of
from congbo.strict.edit import edited, quoted

FROM, UNTIL, ENDED_BY, KEYS = "from", "until", "ended_by", "keys"


def terms(policy: Policy, person: str, board: str = "") -> Mapping[str, tuple[Holder, ...]]:
    """Return path of a board's file -> the terms of a person on it, of all boards or of one."""
    found = {
        one.place.path: tuple(holder for holder in one.holders if person_of(holder) == person)
        for one in policy.boards.values()
        if board in ("", one.portal)
    }
    return {path: mine for path, mine in found.items() if mine}


def leaving(text: str, mine: tuple[Holder, ...], last: date, decision: str) -> str:
    """Return a board's file in which the terms that run on ``last`` end with that day, by a decision."""
    ending = {holder.id for holder in mine if holds(holder.from_, holder.until, last)}

    def edit(document: Any) -> None:
        for entry in _entries(document, ending):
            for key in (UNTIL, ENDED_BY):
                entry.pop(key, None)
            at = list(entry).index(FROM) + 1
            entry.insert(at, ENDED_BY, quoted(decision))
            entry.insert(at, UNTIL, last)

    return edited(text, edit) if ending else text


def naming(text: str, mine: tuple[Holder, ...], fingerprint: str) -> str:
    """Return a board's file in which the terms that name their keys name one more."""
    strict = {holder.id for holder in mine if holder.keys and fingerprint not in holder.keys}

    def edit(document: Any) -> None:
        for entry in _entries(document, strict):
            entry[KEYS].append(quoted(fingerprint))

    return edited(text, edit) if strict else text


def stays(policy: Policy, person: str, last: date, board: str) -> bool:
    """Tell whether a person who leaves a board keeps an office on another one after a day."""
    elsewhere = (one for one in policy.boards.values() if board and one.portal != board)
    return any(
        person_of(holder) == person and (holder.until is None or holder.until > last)
        for one in elsewhere
        for holder in one.holders
    )


def _entries(document: Any, ids: set[str]) -> Iterator[Any]:
    return (entry for entry in document["holders"] if entry["id"] in ids)
