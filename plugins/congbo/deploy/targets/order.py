"""The order in which changed files travel where they cannot all appear at once: no live page links to what is not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from congbo.deploy.targets.contents import Contents, File

ASSET, PAGE, FRONT = range(3)
_FRONTS = (".xml", ".json", ".csv")  # feeds, maps and tables name pages as lists do


@dataclass(frozen=True)
class Plan:
    """``stages``: paths to send, each stage after the one before; ``gone``: to remove afterwards."""

    stages: tuple[tuple[str, ...], ...]
    gone: tuple[str, ...]

    @property
    def sent(self) -> tuple[str, ...]:
        """Return every path that is sent."""
        return tuple(path for stage in self.stages for path in stage)


def plan(wanted: Contents, held: Contents | None, doubtful: Iterable[str] = ()) -> Plan:
    """Return what has to travel. ``doubtful``: paths that a broken transfer may have written or not."""
    doubtful = frozenset(doubtful)
    before = held.files if held else {}
    sent = [path for path, one in wanted.files.items() if path in doubtful or not _same(one, before.get(path))]
    ranked = sorted((*_rank(path, wanted.files[path], path in before), path) for path in sent)
    stages = tuple(tuple(row[-1] for row in rows) for _, rows in groupby(ranked, key=lambda row: row[:-1]))
    return Plan(stages, tuple(sorted((before.keys() | doubtful) - wanted.files.keys())))


def _same(one: File, other: File | None) -> bool:
    return other is not None and other.sha256 == one.sha256


def _rank(path: str, one: File, known: bool) -> tuple[int, int, int]:
    """What pages need, then items' pages, then what lists them from the deepest up; what is new before what changes."""
    if one.source is None and (path.endswith((".html", *_FRONTS))):
        return FRONT, 0, -path.count("/")
    return (PAGE if path.endswith(".html") else ASSET), int(known), 0
