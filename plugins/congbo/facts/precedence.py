"""Whether a clause speaks of a portal: the general one is silent where the special one does (lex specialis)."""

from __future__ import annotations

from datetime import date

from congbo.facts.matching import about_portal
from congbo.policy import Policy
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule


def gives_way(policy: Policy, rule: Rule, portal: Portal) -> bool:
    """Tell whether a clause that the rule yields to has a rule of the same kind about this portal."""
    return any(
        special.name == rule.name and about_portal(selector, portal)
        for regulation in policy.regulations
        for clause, special, selector in policy.rules(regulation)
        if clause.id in rule.yields_to
    )


def spoken_of(policy: Policy, portal: Portal, type_id: str, on: date) -> bool:
    """Tell whether the regulation that a portal follows on a day speaks of a type there."""
    return allows(policy, portal, type_id, portal.regulation_on(on) or "")


def allows(policy: Policy, portal: Portal, type_id: str, regulation: str) -> bool:
    """Tell whether a regulation has a field rule about items of a type in a portal."""
    return any(
        rule.name == "fields" and type_id in selector.types and about_portal(selector, portal)
        for _, rule, selector in policy.rules(regulation)
    )
