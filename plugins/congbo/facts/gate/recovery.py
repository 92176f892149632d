"""The sealed root key: it stands in, once, for procedures that the people left in office can no longer complete.

It heals nothing else. A decision of the root key that does not count refuses the change for good, so that whatever of it has
come into the target did count, and can be counted there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from congbo.facts.gate.aftermath import gaps
from congbo.facts.gate.model import Aftermath, Change, Record, Refused, Taken
from congbo.facts.gate.needs import Need
from congbo.facts.gate.standing import RECOVERY, Good
from congbo.facts.gate.state import APPROVE, fault
from congbo.policy import Policy

RESCUED = ("policies/boards/", "policies/keys/")
HOUSE = "CB-17"


def lost(policy: Policy, wanted: Sequence[Need], now: datetime) -> tuple[Need, ...]:
    """Return the needs that nobody can meet any more: too few people in office have keys, or no procedure covers it."""
    locked = {(board, procedure) for board, procedure, _ in gaps(policy, now)}
    return tuple(
        need
        for need in wanted
        if need.procedure is None or need.thing.board not in policy.boards or (need.thing.board, need.id) in locked
    )


def recovered(change: Change, good: Sequence[Good]) -> tuple[Taken, ...]:
    """Return the root key's decisions about exactly this head; none where it has not spoken."""
    return tuple(
        Taken(
            one.statement.board, RECOVERY, RECOVERY, one.statement.role, one.statement.person, one.at, one.record.path
        )
        for one in good
        if _by_root(change, one.record)
        and one.statement.step == RECOVERY
        and (one.statement.head, one.statement.change, one.statement.decision) == (change.head, change.digest, APPROVE)
    )


def faults(
    policy: Policy,
    change: Change,
    aftermath: Aftermath,
    wanted: Sequence[Need],
    good: Sequence[Good],
    now: datetime,
) -> Iterator[Refused]:
    """Yield why what the root key has signed does not count; nothing where it has signed nothing."""
    signed = [record.path for record in change.records if _by_root(change, record)]
    if not signed:
        return
    counted = {taken.record for taken in recovered(change, good)}
    yield from (fault("recovery.other", path, HOUSE) for path in signed if path not in counted)
    if change.recovered:
        yield fault("recovery.used", signed[0], HOUSE)
    beyond = [touched.path for touched in change.touched if not touched.path.startswith(RESCUED)]
    yield from (fault("recovery.scope", path, HOUSE) for path in beyond)
    without = lost(policy, wanted, now)
    if not without:
        yield fault("recovery.not_lost", signed[0], HOUSE)
    yield from _unhealed(aftermath.policy or policy, without, now)


def _unhealed(after: Policy, without: Sequence[Need], now: datetime) -> Iterator[Refused]:
    """The one recovery leaves people enough for what was lost: there is no second one."""
    mended = {(need.thing.board, need.id) for need in without if need.procedure}
    for board, procedure, step in gaps(after, now):
        if (board, procedure) in mended:
            path = f"policies/boards/{board}.yml"
            yield fault("recovery.incomplete", path, HOUSE, board=board, procedure=procedure, step=step)


def _by_root(change: Change, record: Record) -> bool:
    return bool(change.root) and record.fingerprint == change.root
