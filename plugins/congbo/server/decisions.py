"""A push of decisions: it only adds records of this one change, and none that would spoil the change for good.

Records are never taken away. So one that would refuse the whole merge is not let in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from congbo.facts.gate.model import Refused
from congbo.facts.gate.standing import standing
from congbo.frozen import replace
from congbo.history.commits import commits_between
from congbo.history.digests import grown_paths
from congbo.history.model import ZERO
from congbo.history.objects import files_at
from congbo.history.refs import refs_under
from congbo.policy import Policy
from congbo.register.gather import Asked, gather
from congbo.register.in_force import policies_in_force
from congbo.register.known import CHANGES, DECISIONS, known_of
from congbo.register.records import records_of
from congbo.server.refs import Update, refused
from congbo.signed.folder import APPROVALS, taken_apart


def refused_decisions(
    root: Path, target: str, tip: str, update: Update, policy: Policy, now: datetime
) -> Iterator[Refused]:
    """Yield why the decisions cannot be let in."""
    id_ = update.ref.removeprefix(DECISIONS)
    wrong = list(_not_added(root, update, id_))
    yield from wrong
    if not wrong:
        yield from _forged(Asked(root, target, tip, newest_head(root, id_), id_, merging=False), update, policy, now)


def newest_head(root: Path, id_: str) -> str:
    """Return the head that was pushed last for a change, "" for an unknown one."""
    heads = refs_under(root, f"{CHANGES}{id_}/")
    return heads[max(heads, key=lambda name: int(name.rpartition("/")[2]))] if heads else ""


def _not_added(root: Path, update: Update, id_: str) -> Iterator[Refused]:
    tip = update.old
    for commit in commits_between(root, update.old, update.new):
        if commit.parents != ((tip,) if tip else ()):
            yield refused("records.not_a_chain", update.ref, commit=commit.id[:12])
            return
        for one in grown_paths(root, tip, commit.id):
            name = taken_apart(one.path)
            if (one.old_mode, one.new_mode) != (ZERO, "100644") or name is None or name.change_id != id_:
                yield refused("records.not_added", update.ref, path=one.path)
        tip = commit.id


def _forged(asked: Asked, update: Update, policy: Policy, now: datetime) -> Iterator[Refused]:
    """What the gate would call forged if these records were kept."""
    change, _ = gather(asked, policy)
    arrived = known_of(asked.root, asked.id, asked.head, asked.tip).arrived
    records = records_of(files_at(asked.root, update.new, APPROVALS), arrived)
    known = policies_in_force(asked.root, asked.tip, records)
    yield from standing(policy, replace(change, records=records, policies=known), now).forged
