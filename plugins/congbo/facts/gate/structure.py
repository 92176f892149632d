"""What the shape of a change itself forbids, whoever approved it: odd files, evil merges, smuggled or erased records."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.gate.model import Change, Merge, Refused
from congbo.facts.gate.walk import newest
from congbo.history.model import Touched
from congbo.message import say
from congbo.signed.folder import ENDINGS

APPROVALS = "policies/approvals/"
TARGET = "refs/heads/"
GONE = "000000"
PLAIN = "100644"
PROGRAM = "100755"
DATA = ("content/", "policies/")
ODD = {"120000": "tree.link", "160000": "tree.submodule"}
PARENTS = 2


def faults(change: Change) -> Iterator[Refused]:
    """Yield everything that refuses the change as it is built."""
    if not change.target.startswith(TARGET):
        yield _fault("target.name", target=change.target)
    if change.used:
        yield _fault("change.used", id=change.id)
    if not change.touched:
        yield _fault("change.empty")
    if change.digest != change.lands:
        yield _fault("change.overtaken", target=change.target)
    for touched in change.touched:
        yield from _path(change, touched)
    yield from _newest(change)
    if change.merge:
        if not change.submissions:
            yield _fault("change.unknown")
        yield from _merge(change, change.merge)


def _newest(change: Change) -> Iterator[Refused]:
    """What is judged is what was handed in last, byte for byte: decisions are bound to it."""
    if not change.submissions:
        return
    last = newest(change.submissions)
    if last.head != change.head:
        yield _fault("change.head", head=change.head[:12], newest=last.head[:12])
    elif last.digest != change.digest:
        yield _fault("change.overtaken", target=change.target)


def _path(change: Change, touched: Touched) -> Iterator[Refused]:
    path, mode = touched.path, touched.new_mode
    if path.startswith(APPROVALS):
        yield _fault("records.touched", path)
    if mode in ODD:
        yield _fault(ODD[mode], path)
    elif mode not in (GONE, PLAIN) and (mode != PROGRAM or path.startswith(DATA)):
        yield _fault("tree.mode", path, mode=mode)
    if path.startswith("content/") and path.endswith(".md") and mode != GONE and path not in change.after:
        yield _fault("item.unreadable", path)


def _merge(change: Change, merge: Merge) -> Iterator[Refused]:
    """A merge adds exactly this change's records to what git itself makes of the two parents."""
    if len(merge.parents) != PARENTS:
        yield _fault("merge.parents", count=len(merge.parents))
        return
    if merge.parents[0] != change.tip:
        yield _fault("merge.first_parent", tip=change.tip[:12])
    if merge.parents[1] != change.head:
        yield _fault("merge.second_parent", head=change.head[:12])
    if merge.conflict:
        yield _fault("merge.conflict")
    for path in sorted(merge.foreign):
        yield _fault("records.smuggled" if path.startswith(APPROVALS) else "merge.tree", path)
    yield from _records(change, merge)


def _records(change: Change, merge: Merge) -> Iterator[Refused]:
    read = {record.path.rpartition(".")[0] for record in change.records}
    brought = {path.rpartition(".")[0] for path in merge.own}
    for path in sorted(merge.own):
        stem, _, ending = path.rpartition(".")
        if stem not in read or ending not in ENDINGS:
            yield _fault("records.stray", path)
    for stem in sorted((read | (merge.known or frozenset())) - brought):
        yield _fault("records.erased", stem)


def _fault(code: str, path: str = "", **params: object) -> Refused:
    return Refused(code, say(f"gate.{code}", path=path, **params), "", path)
