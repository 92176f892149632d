"""Whether a person may take a step for a thing: by role, by level, by delegation or on somebody's behalf."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from congbo.dates import holds
from congbo.facts.board import in_office
from congbo.facts.gate.things import Thing
from congbo.policy import Policy
from congbo.policy.holders import Board, Holder, person_of
from congbo.policy.procedures import Step

PARENT = "parent_board"


class Claim(Struct, frozen=True):
    """In which capacity somebody takes a step; ``behalf`` names a delegation or the role acted for."""

    role: str
    law: str
    behalf: str = ""


def claims(policy: Policy, row: Step, thing: Thing, person: str, on: date, key: str | None = None) -> tuple[Claim, ...]:
    """Return the capacities in which a person may take a step for a thing on a day; the ``not`` cells are not looked at.

    ``key``: the fingerprint of the key that signed, None where nothing is signed.
    """
    board = board_of(policy, row, thing)
    if board is None:
        return ()
    serving = [holder for holder in in_office(board.holders, on) if person_of(holder) == person]
    mine = [one for one in serving if _fits(row, thing, one) and (key is None or signs_with(one, key))]
    return tuple(claim for holder in mine for claim in _capacities(policy, board, row, thing, holder, on))


def signs_with(holder: Holder, key: str) -> bool:
    """Tell whether a key counts for a holder: any, unless the board names some."""
    return not holder.keys or key in holder.keys


def board_of(policy: Policy, row: Step, thing: Thing) -> Board | None:
    """Return the board whose holders a row speaks of: the thing's, or the one above it."""
    if row.of != PARENT:
        return policy.boards.get(thing.board)
    portal = policy.portals.get(thing.board)
    return policy.boards.get(portal.parent) if portal else None


def held(policy: Policy, board: str, person: str, on: date) -> frozenset[str]:
    """Return the roles that a person holds on a board on a day."""
    holders = policy.boards[board].holders if board in policy.boards else ()
    return frozenset(holder.role for holder in in_office(holders, on) if person_of(holder) == person)


def _fits(row: Step, thing: Thing, holder: Holder) -> bool:
    """A row may speak only of one's own unit, or of one's own field: whoever was assigned none looks after all."""
    if row.of == "own_unit":
        return bool(thing.unit) and holder.unit == thing.unit
    if row.of == "own_field" and (holder.sections or holder.fields):
        return thing.section in holder.sections or thing.field in holder.fields
    return True


def _capacities(policy: Policy, board: Board, row: Step, thing: Thing, holder: Holder, on: date) -> Iterator[Claim]:
    role = holder.role
    if role in row.by:
        yield Claim(role, row.by[role])
    level = _level(policy, board, role, on)
    if level in row.by_level:
        yield Claim(role, row.by_level[level])
    if role in row.delegated:
        yield from (Claim(role, row.delegated[role], one) for one in _delegations(board, row, thing, holder, on))
    if role in row.acting:
        yield from (Claim(role, row.acting[role], head) for head in row.by)


def _level(policy: Policy, board: Board, role: str, on: date) -> str:
    regulation = policy.portals[board.portal].regulation_on(on) or ""
    rules = policy.board_rules.get(regulation)
    return rules.roles[role].level if rules and role in rules.roles else ""


def _delegations(board: Board, row: Step, thing: Thing, holder: Holder, on: date) -> Iterator[str]:
    """The written delegations of this step to a holder that are in force, given by one in office who could take the step."""
    for one in board.delegations:
        givers = [giver for giver in in_office(board.holders, on) if one.giver in (giver.id, giver.role)]
        if (
            one.taker == holder.id
            and row.step in one.steps
            and holds(one.from_, one.until, on)
            and (not one.sections or thing.section in one.sections)
            and any(giver.role in row.by for giver in givers)
        ):
            yield one.id
