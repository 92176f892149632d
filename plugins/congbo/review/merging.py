"""The merge: what git makes of the target and the change, and exactly the change's records beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from congbo.errors import REFUSED, refuse
from congbo.facts.gate.model import Change
from congbo.history.merging import merged_tree
from congbo.history.objects import files_at, tree_with, write_commit
from congbo.history.refs import ref_at
from congbo.policy.people import Person
from congbo.register.known import DECISIONS
from congbo.signed.folder import APPROVALS


def merge(root: Path, change: Change, person: Person, at: datetime) -> str:
    """Write the merge commit of a change and return its id; no branch is moved.

    Raises CongboError if the two sides cannot be merged without a hand, or if the change has no records.
    """
    tree = merged_tree(root, change.tip, change.head)
    if tree is None:
        raise refuse("gate.merge.conflict", None, REFUSED)
    kept = ref_at(root, f"{DECISIONS}{change.id}")
    records = files_at(root, kept, APPROVALS) if kept else {}
    if not records:
        raise refuse("review.no_records", None, REFUSED, id=change.id)
    subject = f"Đăng {change.id}\n"
    return write_commit(
        root, tree_with(root, tree, records), (change.tip, change.head), subject, person.name, person.emails[0], at
    )
