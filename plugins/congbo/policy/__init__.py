"""``policies/`` read into frozen values; what is unknown, doubled, dangling or contradictory is refused.

The readers are imported by who calls them: a check whose policy is kept needs their values alone.
"""

from __future__ import annotations

from congbo.policy.model import Policy
from congbo.tree import Tree

__all__ = ["Policy", "load_policy"]


def load_policy(tree: Tree) -> Policy:
    """Return the policy of a repository: see ``load.load_policy``."""
    from congbo.policy import load

    return load.load_policy(tree)
