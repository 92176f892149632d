"""The policies of a commit, read again only if a file of them differs. Records of approvals are no part of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from congbo.history.between import entries_at
from congbo.history.digests import APPROVALS, POLICIES
from congbo.history.sparse import SparseTree
from congbo.policy.load import load_policy
from congbo.policy.model import Policy
from congbo.store import Store, code_state, digest


@lru_cache(maxsize=16)
def policies_name(root: Path, commit: str) -> str:
    """Return a name of the policies of a commit (its full id) that another content of them does not have."""
    found = sorted(entries_at(root, commit, f"{POLICIES}/").items())
    return digest([(path, entry.mode, entry.blob) for path, entry in found if path != APPROVALS.rstrip("/")])


def kept_policy(root: Path, commit: str, store: Store) -> Policy:
    """Return the policies of a commit (its full id), from the store if it has them.

    Raises CongboError if they cannot be read.
    """
    key = digest(code_state(), policies_name(root, commit))
    if key in _last:
        return _last[key]
    policy = _policy(root, commit, store, key)
    _last.clear()
    _last[key] = policy
    return policy


# The policies that were asked for last, by their name: a process asks for the same ones again and again.
_last: dict[str, Policy] = {}


def _policy(root: Path, commit: str, store: Store, key: str) -> Policy:
    stored = store.get("policy", key)
    if isinstance(stored, Policy):
        return stored
    policy = load_policy(SparseTree(root, commit, without=APPROVALS.rstrip("/")))
    store.put("policy", key, policy)
    return policy
