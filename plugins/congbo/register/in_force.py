"""Which policies a target has had: what a decision names as the rules that its signer knew must be one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from congbo.errors import CongboError
from congbo.facts.gate.model import Record
from congbo.history.commits import is_ancestor
from congbo.history.digests import APPROVALS, POLICIES, policy_digest
from congbo.history.running import git_text


def policies_in_force(root: Path, tip: str, records: Iterable[Record]) -> frozenset[str]:
    """Return the digests of the policies of the tip, and of those that records name and that were the target's then.

    Only the steps of the target itself count (first parents), from the commit on which the change was based then. Most name
    the policies of the tip, and nothing else is looked up for them.
    """
    now = policy_digest(root, tip)
    named = {(one.statement.base, one.statement.policy) for one in records if one.statement}
    earlier = {policy for base, policy in named if policy != now and _held(root, base, tip, policy)}
    return frozenset({now, *earlier})


def _held(root: Path, base: str, tip: str, policy: str) -> bool:
    return any(policy_digest(root, commit) == policy for commit in _states(root, base, tip))


def _states(root: Path, base: str, tip: str) -> Iterator[str]:
    """The commits of the target by which its policies became others since a commit, newest first, and the one before them."""
    if not _grew(root, base, tip):
        return
    paths = (f":(top){POLICIES}", f":(top,exclude){APPROVALS.rstrip('/')}")
    changed = git_text(root, "rev-list", "--first-parent", tip, f"^{base}", "--", *paths).split()
    yield from changed
    if changed:
        yield f"{changed[-1]}^1"


def _grew(root: Path, base: str, tip: str) -> bool:
    try:
        return is_ancestor(root, base, tip)
    except CongboError as error:
        if error.message.key == "history.unknown_revision":
            return False
        raise
