"""Targets of publication: known portals and editions, and never two of them in one place."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.targets import BUILT_IN, FOLDER, SSH, Target
from congbo.policy.verify.references import known


def verify_targets(policy: Policy) -> None:
    """Refuse a target for an unknown portal or an edition that the portal has not, and a place that another target has."""
    taken = {(one.kind, one.where): one.name for one in BUILT_IN.values()}
    for target in policy.targets.values():
        if target.portal:
            known(target.portal, policy.portals, target.at("portal"), "portal")
            _edition(policy, target)
        else:
            _address(policy, target)
        first = taken.setdefault((target.kind, target.where), target.name)
        if first != target.name:
            raise refuse("policy.target_twice", target.place, name=target.name, first=first, where=target.where)


def _address(policy: Policy, target: Target) -> None:
    """Where several portals lie beside each other, the address of one of them does not lead to the top."""
    hosts = {host: one.id for one in policy.portals.values() for part in one.editions.values() for host in part.hosts}
    if target.host in hosts and target.kind in (FOLDER, SSH):
        raise refuse(
            "policy.target_url", target.at("url"), host=target.host, portal=hosts[target.host], name=target.name
        )


def _edition(policy: Policy, target: Target) -> None:
    """A portal at the top of a target is there in one edition, which has to be said."""
    has = policy.portals[target.portal].editions
    if target.edition not in has:
        raise refuse("policy.target_edition", target.at("edition"), portal=target.portal, known=sorted(has))
