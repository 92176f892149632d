"""Before git keeps what was pushed: who pushes, what, and whether it may come in. All of a push comes in, or none of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from congbo.facts.gate.authors import strangers
from congbo.facts.gate.model import Refused, Verdict
from congbo.history.commits import commit_facts, first_parents, is_ancestor
from congbo.history.refs import refs_under
from congbo.message import say
from congbo.policy import Policy
from congbo.register.checkpoints import CHECKPOINTS
from congbo.register.end import end_of
from congbo.register.gather import Asked, gather, policy_at
from congbo.register.known import CHANGES
from congbo.register.links import RECEIPTS
from congbo.server.checkpoints import Judged, refused_checkpoints
from congbo.server.decisions import refused_decisions
from congbo.server.journal import Pushed, note
from congbo.server.push_limits import over_limits
from congbo.server.pusher import pusher
from congbo.server.refs import HEADS, Known, Update, refused, refused_ref
from congbo.signed.genesis import Genesis

MERGES = 50  # of one push; each is judged by itself

# From root, the target's tip and a new tip to a report of errors in words, "" without errors.
Check = Callable[[Path, str, str], str]
# From root, target, the tip before a merge and the merge to the gate's word.
Gate = Callable[[Path, str, str, str], Verdict]


@dataclass(frozen=True)
class Answer:
    """What the hook says: nothing refused and no report means that git may go on."""

    refused: tuple[Refused, ...] = ()
    reports: tuple[str, ...] = ()

    @property
    def granted(self) -> bool:
        """Tell whether the push comes in."""
        return not self.refused and not self.reports


@dataclass(frozen=True)
class Door:
    """What a push is judged by: the server's repository, its policies, and the two judges."""

    root: Path
    genesis: Genesis
    known: Known
    tip: str
    policy: Policy
    check: Check
    gate: Gate
    now: datetime


def receive(
    root: Path, updates: tuple[Update, ...], environ: Mapping[str, str], now: datetime, check: Check, gate: Gate
) -> Answer:
    """Judge a push, and note in the journal who pushed what if it comes in.

    Raises CongboError if nobody can judge it: then it does not come in either.
    """
    refs = refs_under(root, "refs/")
    if RECEIPTS not in refs:
        return Answer((Refused("server.no_genesis", say("server.no_genesis", root=root.resolve())),))
    genesis = end_of(root).genesis
    changes = {name.removeprefix(CHANGES).rpartition("/")[0] for name in refs if name.startswith(CHANGES)}
    tip = refs.get(genesis.target, "")
    door = Door(root, genesis, Known(genesis.target, refs, changes), tip, policy_at(root, tip), check, gate, now)
    who = pusher(root, environ, door.policy, now)
    if isinstance(who, Refused):
        return Answer((who,))
    answer = _judged(door, updates)
    if answer.granted:
        note(root, tuple(Pushed(now, who.id, update) for update in updates))
    return answer


def _judged(door: Door, updates: tuple[Update, ...]) -> Answer:
    faults = tuple(fault for update in updates for fault in _by_name(door, update, alone=len(updates) == 1))
    if faults:
        return Answer(faults)
    faults = tuple(fault for update in updates for fault in _by_content(door, update))
    if faults:
        return Answer(faults)
    tips = (update.new for update in updates if update.ref.startswith(HEADS))
    reports = (door.check(door.root, door.tip, new) for new in tips)
    return Answer((), tuple(report for report in reports if report))


def _by_name(door: Door, update: Update, *, alone: bool) -> Iterator[Refused]:
    fault = refused_ref(update, door.known)
    if fault:
        yield fault
    elif not _grows(door, update):
        yield refused("ref.forced", update.ref)
    elif update.ref == door.known.target and not alone:
        yield refused("ref.alone", update.ref)


def _grows(door: Door, update: Update) -> bool:
    """Tell whether the new tip grew from the old one, which is the one that the server has."""
    known = door.known.refs.get(update.ref, "")
    return update.old == known and (not known or is_ancestor(door.root, known, update.new))


def _by_content(door: Door, update: Update) -> Iterator[Refused]:
    if update.ref == CHECKPOINTS:
        yield from refused_checkpoints(Judged(door.root, door.genesis, door.policy, door.now), update)
        return
    if not update.ref.startswith(HEADS):
        yield from refused_decisions(door.root, door.known.target, door.tip, update, door.policy, door.now)
        return
    faults = list(over_limits(door.root, door.tip, update.new))
    yield from faults
    if faults:
        return
    if update.ref == door.known.target:
        yield from _merges(door, update)
    else:  # what is submitted cannot be taken back, so a commit that no merge could bring stays outside
        asked = Asked(door.root, door.known.target, door.tip, update.new, merging=False)
        yield from strangers(door.policy, gather(asked, door.policy)[0])


def _merges(door: Door, update: Update) -> Iterator[Refused]:
    """Judge each step of the target by the policies that stood before it."""
    steps = first_parents(door.root, update.old, update.new)
    if len(steps) > MERGES:
        yield refused("ref.too_many", update.ref, count=len(steps), most=MERGES)
        return
    tip = update.old
    for step in steps:
        if commit_facts(door.root, step).parents[:1] != (tip,):
            yield refused("ref.beside", update.ref, commit=step[:12])
            return
        verdict = door.gate(door.root, door.known.target, tip, step)
        if verdict.verdict != "granted":
            yield from verdict.refused or (_awaited(update, verdict),)
            return
        tip = step


def _awaited(update: Update, verdict: Verdict) -> Refused:
    roles = sorted({role for one in verdict.missing for role in one.roles})
    steps = list(dict.fromkeys(one.step for one in verdict.missing))
    return refused("gate.missing", update.ref, roles=roles, steps=steps)
