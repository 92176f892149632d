"""Portals."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.portals import Absence, Local, Portal
from congbo.policy.verify.references import known


def verify_portals(policy: Policy) -> None:
    """Refuse portals with unknown parts or the host of another."""
    hosts: dict[str, Portal] = {}
    for portal in policy.portals.values():
        known(portal.owner, policy.units, portal.place, "unit")
        known(portal.parent, policy.portals, portal.place, "portal")
        for section in portal.menu:
            known(section, policy.sections, portal.place, "section")
        for followed in portal.follows:
            known(followed.regulation, policy.regulations, followed.place, "regulation")
            known(portal.tier, policy.regulations[followed.regulation].tiers, portal.place, "tier")
        _portal_hosts(portal, hosts)
        _portal_clauses(policy, portal)


def _portal_hosts(portal: Portal, hosts: dict[str, Portal]) -> None:
    for edition in portal.editions.values():
        for host in edition.hosts:
            if host in hosts:
                raise refuse("policy.host_taken", edition.place, host=host, portal=hosts[host].id)
            hosts[host] = portal


def _portal_clauses(policy: Policy, portal: Portal) -> None:
    spoken: tuple[Absence | Local, ...] = (*portal.none, *portal.local)
    for said in spoken:
        if policy.clause(said.clause) is None:
            raise refuse("policy.dangling", said.place, id=said.clause, what="clause")
    for absence in portal.none:
        known(absence.section, policy.sections, absence.place, "section")
