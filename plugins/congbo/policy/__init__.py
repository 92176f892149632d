"""``policies/`` read into frozen values; what is unknown, doubled, dangling or contradictory is refused."""

from congbo.policy.load import load_policy
from congbo.policy.model import Policy

__all__ = ["Policy", "load_policy"]
