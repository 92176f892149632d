"""On which days a portal owes what a regulation asks: it follows the regulation, which is in force, and its owner exists."""

from __future__ import annotations

from datetime import date

from congbo.dates import holds
from congbo.policy import Policy
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation


def owes(policy: Policy, portal: Portal, regulation: Regulation, clause: Clause, on: date) -> bool:
    """Tell whether the clause binds the portal on a day. A portal whose owner has ended owes nothing any more."""
    owner = policy.units.get(portal.owner)
    return (
        portal.regulation_on(on) == regulation.id
        and regulation.in_force(on)
        and holds(clause.from_, clause.until, on)
        and (owner is None or holds(owner.from_, owner.until, on))
    )


def owes_since(portal: Portal, regulation: Regulation, clause: Clause, on: date) -> date:
    """Return the first day of the term in which the portal owes what the clause asks on a day."""
    followed = (f.from_ for f in portal.follows if f.regulation == regulation.id and holds(f.from_, f.until, on))
    return max((*followed, regulation.force.from_, clause.from_ or regulation.force.from_))
