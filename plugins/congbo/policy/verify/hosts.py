"""Reviewed and refused hosts, and what rules about links may ask together."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.verify.references import known


def verify_hosts(policy: Policy) -> None:
    """Refuse a decision by nobody's role, about no portal, without its reason, or that ends before it was made."""
    roles = {role for board in policy.board_rules.values() for role in board.roles}
    for host in policy.hosts:
        known(host.by, roles, host.at("by"), "role")
        for portal in host.portals:
            known(portal, policy.portals, host.at("portals"), "portal")
        if host.until and host.until < host.on:
            raise refuse("policy.until_before_from", host.at("until"))
        if host.refused and not host.reason:
            raise refuse("policy.no_reason", host.place, host=host.host)
    _link_rules(policy)


def _link_rules(policy: Policy) -> None:
    """Outbound links are judged item by item, all else over the whole portal: one rule cannot ask both."""
    for regulation in policy.articles:
        for _, rule, _selector in policy.rules(regulation):
            if rule.name == "links" and "outbound" in rule.params and len(rule.params) > 1:
                raise refuse("policy.outbound_alone", rule.place)
