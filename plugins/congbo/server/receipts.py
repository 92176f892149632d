"""What an update that came in is attested by: a head that was submitted, statements that arrived, a merge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

from congbo.dates import day_of
from congbo.frozen import replace
from congbo.history.commits import commit_facts, first_parents, is_ancestor
from congbo.history.digests import content_digest, grown_paths, touched_paths
from congbo.history.objects import blob_at
from congbo.history.refs import ref_at, refs_under
from congbo.register.chain import SKEW, Entry
from congbo.register.checkpoints import CHECKPOINTS, KIND
from congbo.register.known import CHANGES, DECISIONS
from congbo.register.links import RECEIPTS, links
from congbo.server.journal import Pushed
from congbo.server.refs import HEADS
from congbo.signed.folder import STATEMENT, slug_of, taken_apart
from congbo.signed.receipt import Receipt
from congbo.signed.statement import parse_statement


def entries(root: Path, target: str, pushed: Pushed, now: datetime) -> Iterator[Entry]:
    """Yield what has to be attested of a push and is not yet, at the moment ``now``."""
    if pushed.update.ref == target:
        found = _merged(root, target, pushed, now)
    elif pushed.update.ref.startswith(HEADS):
        found = _submitted(root, target, pushed, now)
    elif pushed.update.ref == CHECKPOINTS:
        found = _attested(target, pushed, now)
    else:
        found = _decided(root, target, pushed, now)
    since = pushed.time - SKEW
    known = {_same(one) for one in takewhile(lambda one: one.time >= since, links(root, ref_at(root, RECEIPTS)))}
    return (one for one in found if _same(one) not in known)


def _same(one: Entry | Receipt) -> tuple[str, ...]:
    return one.kind, one.branch, one.after, one.statement


def _submitted(root: Path, target: str, pushed: Pushed, now: datetime) -> Iterator[Entry]:
    update = pushed.update
    id_ = _change_of(root, target, pushed) or new_id(update.ref, update.new, pushed.time)
    numbers = [int(name.rpartition("/")[2]) for name in refs_under(root, f"{CHANGES}{id_}/")]
    name = f"{CHANGES}{id_}/{max(numbers, default=0) + 1}"
    yield Entry(
        "submitted", target, update.new, now, change_id=id_, branch=update.ref, before=update.old, person=pushed.person,
        refs={name: (update.new, "")},
    )  # fmt: skip


def _change_of(root: Path, target: str, pushed: Pushed) -> str:
    """The change that the branch's head before belonged to, as long as that is not merged."""
    update = pushed.update
    if not update.old or is_ancestor(root, update.old, target):
        return ""
    chain = links(root, ref_at(root, RECEIPTS))
    last = next((one for one in chain if (one.kind, one.branch) == ("submitted", update.ref)), None)
    return last.change_id if last else ""


def new_id(branch: str, head: str, time: datetime) -> str:
    """Return the id of a new change: the day of its first push, its branch, and eight digits of its first head."""
    return f"{day_of(time):%Y%m%d}-{slug_of(branch.removeprefix(HEADS))}-{head[:8]}"


def _decided(root: Path, target: str, pushed: Pushed, now: datetime) -> Iterator[Entry]:
    update = pushed.update
    id_ = update.ref.removeprefix(DECISIONS)
    for path in (one.path for one in grown_paths(root, update.old, update.new)):
        data = blob_at(root, update.new, path) if path.endswith(f".{STATEMENT}") else None
        if data is not None:
            person = parse_statement(data).person
            statement = sha256(data).hexdigest()
            yield Entry("decided", target, update.new, now, change_id=id_, statement=statement, person=person)


def _attested(target: str, pushed: Pushed, now: datetime) -> Iterator[Entry]:
    yield Entry(KIND, target, pushed.update.new, now, before=pushed.update.old, person=pushed.person)


def _merged(root: Path, target: str, pushed: Pushed, now: datetime) -> Iterator[Entry]:
    before = pushed.update.old
    for step in first_parents(root, before, pushed.update.new):
        entry = Entry("merged", target, step, now, change_id=_id_of(root, step), before=before, person=pushed.person)
        yield replace(entry, content=content_digest(root, before, step))
        before = step


def _id_of(root: Path, merge: str) -> str:
    """The change that a merge brought: the records that neither of its parents has are of that one change."""
    parents = commit_facts(root, merge).parents
    mine = {one.path for one in touched_paths(root, parents[-1], merge, "")}
    records = (taken_apart(one.path) for one in touched_paths(root, parents[0], merge, "") if one.path in mine)
    return next((one.change_id for one in records if one), "")
