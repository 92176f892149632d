"""Who answers for a clause at a portal today: roles and bodies of the regulation, and who stands behind each."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from congbo.dates import holds
from congbo.facts.board import holding
from congbo.message import Texts
from congbo.policy import Policy
from congbo.policy.board import Role
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule


class Answerable(Struct, frozen=True):
    """A role or body, and the people in the role or the unit that is the body; ``who`` is empty if there is nobody.

    A body that is no unit of ours (the board itself, the ward's sections) stands for itself: ``vacant`` is False.
    """

    name: Texts
    who: tuple[str, ...]
    vacant: bool


def answerable(policy: Policy, portal: Portal, clause: Clause, rule: Rule, on: date) -> tuple[Answerable, ...]:
    """Return who answers for a rule of a clause: whom it names, else whose duty the clause is, else the portal's owner."""
    prefix = portal.regulation_on(on)
    rules = policy.board_rules.get(prefix or "")
    named = [rules.roles[role] for role in _named(clause, rule) if role in rules.roles] if rules else []
    if rules and not named:
        named = [role for role in rules.roles.values() if clause.id in role.duties]
    if not named:
        owner = policy.units[portal.owner]
        return (Answerable(Texts(owner.name, owner.name_in("en")), (), vacant=False),)
    ids = {id(role): name for name, role in rules.roles.items()} if rules else {}
    return tuple(_behind(policy, portal, ids[id(role)], role, on) for role in named)


def _named(clause: Clause, rule: Rule) -> tuple[str, ...]:
    by = rule.params.get("by")
    if by:
        return (by,)
    return next((tuple(one.params["bodies"]) for one in clause.met_by if one.means == "organisation"), ())


def _behind(policy: Policy, portal: Portal, role_id: str, role: Role, on: date) -> Answerable:
    people: tuple[str, ...] = ()
    for board_of in (portal.id, portal.parent):
        board = policy.boards.get(board_of)
        people = people or tuple(one.person for one in (holding(board, role_id, on) if board else ()))
    units = () if people else _units(policy, role, on)
    return Answerable(role.name, people or units, vacant=not (people or units or role.body))


def _units(policy: Policy, role: Role, on: date) -> tuple[str, ...]:
    """The unit that bears the body's name, where it is another than the body as named."""
    names = {name.casefold() for name in (role.name.vi, *role.also_called)}
    alive = (unit for unit in policy.units.values() if holds(unit.from_, unit.until, on))
    return tuple(dict.fromkeys(unit.name for unit in alive if unit.name.casefold() in names))
