"""Who may attest the register: somebody in office who answers for a portal that stands under no other."""

from __future__ import annotations

from datetime import date

from congbo.facts.board import in_office
from congbo.policy import Policy
from congbo.policy.board import LEVELS
from congbo.policy.holders import person_of

ATTESTING = LEVELS[1:]  # whoever merely writes has nothing to attest


def may_attest(policy: Policy, person: str, role: str, on: date) -> bool:
    """Tell whether a person holds a role on a day by which they may sign a checkpoint."""
    return role in attesting_roles(policy, person, on)


def attesting_roles(policy: Policy, person: str, on: date) -> tuple[str, ...]:
    """Return the roles of the levels that govern or examine which a person holds on the board of a root portal on a day."""
    found: dict[str, None] = {}
    for board in policy.boards.values():
        portal = policy.portals.get(board.portal)
        if portal is None or portal.parent:
            continue
        rules = policy.board_rules.get(portal.regulation_on(on) or "")
        for holder in in_office(board.holders, on):
            role = rules.roles.get(holder.role) if rules else None
            if role and role.level in ATTESTING and person_of(holder) == person:
                found[holder.role] = None
    return tuple(found)
