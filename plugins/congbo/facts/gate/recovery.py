"""The sealed root key: it may sign one recovery where a board has lost everybody who could sign."""

from __future__ import annotations

from collections.abc import Sequence

from congbo.facts.gate.model import Change, Taken
from congbo.facts.gate.standing import RECOVERY, Good

RESCUED = ("policies/boards/", "policies/keys/")


def recovers(change: Change, good: Sequence[Good]) -> tuple[Taken, ...]:
    """Return the root's decision if it approves this head, changes nothing but boards and keys, and was never used before."""
    if change.recovered or not change.root:
        return ()
    if not all(touched.path.startswith(RESCUED) for touched in change.touched):
        return ()
    return tuple(
        Taken(
            one.statement.board, RECOVERY, RECOVERY, one.statement.role, one.statement.person, one.at, one.record.path
        )
        for one in good
        if one.record.fingerprint == change.root
        and one.statement.step == RECOVERY
        and (one.statement.head, one.statement.change, one.statement.decision)
        == (change.head, change.digest, "approve")
    )
