"""``policies/`` read into frozen values; what is unknown, doubled, dangling or contradictory is refused.

The readers are imported by who calls them: a check whose policy is kept needs their values alone, and a hook that only looks
at keys not even these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from congbo.tree import Tree

if TYPE_CHECKING:
    from congbo.policy.model import Policy

__all__ = ["Policy", "load_policy"]


def load_policy(tree: Tree) -> Policy:
    """Return the policy of a repository: see ``load.load_policy``."""
    from congbo.policy import load

    return load.load_policy(tree)


def __getattr__(name: str) -> Any:
    if name != "Policy":
        raise AttributeError(name)
    from congbo.policy.model import Policy

    return Policy
