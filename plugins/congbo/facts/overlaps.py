"""Open changes that touch the same item: who works on it beside whom, and since when. Nobody's edit gets lost unseen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct


class OpenChange(Struct, frozen=True):
    """An open change: its id, who handed it in (persons' ids), since when, and the items that it touches (paths)."""

    id: str
    people: tuple[str, ...]
    since: datetime | None
    paths: frozenset[str]


class Overlap(Struct, frozen=True):
    """Another change that touches the same paths, sorted."""

    change: str
    other: OpenChange
    paths: tuple[str, ...]


def page_of(path: str) -> str:
    """Return the item that a content path is or may be attached to: two people at one item may hold two of its files."""
    folder, _, name = path.rpartition("/")
    return path if name.endswith(".md") else f"{folder}.md"


def overlaps(changes: Iterable[OpenChange]) -> tuple[Overlap, ...]:
    """Return each pair of open changes that touch the same item, seen from either side, in the order of the changes."""
    every = list(changes)
    by_page: dict[str, list[OpenChange]] = defaultdict(list)
    for one in every:
        for page in {_thing(path) for path in one.paths}:
            by_page[page].append(one)
    return tuple(overlap for one in every for overlap in _of(one, by_page))


def _of(one: OpenChange, by_page: dict[str, list[OpenChange]]) -> list[Overlap]:
    shared: dict[str, set[str]] = defaultdict(set)
    others: dict[str, OpenChange] = {}
    for page in sorted({_thing(path) for path in one.paths}):
        for other in by_page[page]:
            if other.id != one.id:
                others[other.id] = other
                shared[other.id].add(page)
    return [Overlap(one.id, other, tuple(sorted(shared[id_]))) for id_, other in others.items()]


def _thing(path: str) -> str:
    return page_of(path) if path.startswith("content/") else path
