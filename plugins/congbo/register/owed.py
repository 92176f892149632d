"""The signatures that follow an emergency publication: which are still missing, by the records that have come in since."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from congbo.errors import CongboError
from congbo.facts.emergencies import hastened
from congbo.facts.gate.judge import judge
from congbo.facts.owing import Owed
from congbo.history.commits import is_ancestor
from congbo.history.running import git_text
from congbo.history.sparse import SparseTree
from congbo.register.gather import Asked, gather, policy_at
from congbo.signed.folder import APPROVALS, is_emergency
from congbo.signed.statement import Statement

_MINUTE = timedelta(minutes=1)


def owed(root: Path, target: str, tip: str, now: datetime) -> tuple[Owed, ...]:
    """Return what every emergency publication of a commit's history still lacks; one that lacks nothing has no steps.

    A change whose commits are not here any more lacks all that cannot be seen.
    """
    listed = git_text(root, "ls-tree", "-r", "--name-only", "-z", "--full-tree", tip, "--", APPROVALS).split("\0")
    if not any(map(is_emergency, listed)):
        return ()
    found = hastened(SparseTree(root, tip))
    return tuple(_owed(root, target, one.statement, now) for one in found)


def _owed(root: Path, target: str, statement: Statement, now: datetime) -> Owed:
    policy = policy_at(root, statement.base)
    change, aftermath = gather(
        Asked(root, target, statement.base, statement.head, statement.change_id, merging=False), policy
    )
    issued = [one.statement.issued for one in change.records if one.statement]
    verdict = judge(policy, change, aftermath, min(now, max([statement.issued, *issued]) + _MINUTE))
    rule = policy.portals[statement.board].khan
    due = statement.issued + (rule.term if rule else timedelta())
    steps = tuple(dict.fromkeys(one.step for one in verdict.missing if one.board == statement.board))
    return Owed(statement.change_id, statement.board, steps, statement.issued, due)


def published_at_once(root: Path, tip: str, id_: str, head: str) -> Statement | None:
    """Return the statement by which a change was published in an emergency, None for one that was not (or not yet).

    Those who sign later say the same of the same change: they judge it where it stood then.
    """
    if not is_ancestor(root, head, tip):
        return None
    listed = git_text(root, "ls-tree", "-r", "--name-only", "-z", "--full-tree", tip, "--", APPROVALS).split("\0")
    if not any(is_emergency(path) and f"/{id_}/" in path for path in listed):
        return None
    found = hastened(SparseTree(root, tip))
    return next((one.statement for one in found if one.statement.change_id == id_), None)


def known_owed(root: Path, target: str, tip: str, now: datetime) -> tuple[Owed, ...]:
    """Return what is owed, nothing where this copy of the repository does not hold the register."""
    try:
        return owed(root, target, tip, now)
    except CongboError:
        return ()
