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
        known(portal.owner, policy.units, portal.at("owner"), "unit")
        known(portal.parent, policy.portals, portal.at("parent"), "portal")
        for issuer in portal.issues:
            known(issuer, policy.units, portal.at("issues"), "unit")
        known(portal.above, {*policy.portals, *policy.units}, portal.at("above"), "portal")
        for unit in portal.units:
            known(unit, policy.units, portal.at("units"), "unit")
        for section in portal.menu:
            known(section, policy.sections, portal.at("menu"), "section")
        for followed in portal.follows:
            known(followed.regulation, policy.regulations, followed.at("regulation"), "regulation")
            known(portal.tier, policy.regulations[followed.regulation].tiers, portal.at("tier"), "tier")
        _emergency(policy, portal)
        _portal_hosts(portal, hosts)
        _portal_clauses(policy, portal)


def _emergency(policy: Policy, portal: Portal) -> None:
    """Whoever signs first is a role of the board and no body: somebody has to hold the key."""
    if portal.khan is None:
        return
    followed = [policy.board_rules[one.regulation] for one in portal.follows if one.regulation in policy.board_rules]
    roles = {name for board in followed for name, role in board.roles.items() if not role.body}
    known(portal.khan.role, roles, portal.khan.at("role"), "role")
    known(
        portal.khan.decided_by,
        {name for board in followed for name in board.roles},
        portal.khan.at("decided_by"),
        "role",
    )


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
            raise refuse("policy.dangling", said.at("clause"), id=said.clause, what="clause")
    for absence in portal.none:
        known(absence.section, policy.sections, absence.at("section"), "section")
