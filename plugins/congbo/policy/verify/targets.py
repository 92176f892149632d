"""Targets of publication: known portals and editions, and never two of them in one place."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.targets import BUILT_IN, Target
from congbo.policy.verify.references import known


def verify_targets(policy: Policy) -> None:
    """Refuse a target for an unknown portal or an edition that the portal has not, and a place that another target has."""
    taken = {(one.kind, one.where): one.name for one in BUILT_IN.values()}
    for target in policy.targets.values():
        if target.portal:
            known(target.portal, policy.portals, target.at("portal"), "portal")
            _edition(policy, target)
        first = taken.setdefault((target.kind, target.where), target.name)
        if first != target.name:
            raise refuse("policy.target_twice", target.place, name=target.name, first=first, where=target.where)


def _edition(policy: Policy, target: Target) -> None:
    """A portal at the top of a target is there in one edition, which has to be said."""
    has = policy.portals[target.portal].editions
    if target.edition not in has:
        raise refuse("policy.target_edition", target.at("edition"), portal=target.portal, known=sorted(has))
