"""Which procedures a change has to go through: every one that covers something it touches, not only the last that matches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from congbo.facts.gate.model import Aftermath, Change
from congbo.facts.gate.things import Thing, day_of_board, things_of
from congbo.policy import Policy
from congbo.policy.procedures import Procedure

CORRECTION = "correction"


class Need(Struct, frozen=True):
    """One procedure that one thing has to go through. ``id`` and ``procedure`` are "" and None where none covers it."""

    thing: Thing
    regulation: str = ""
    id: str = ""
    procedure: Procedure | None = None


def needs(policy: Policy, change: Change, aftermath: Aftermath, on: date) -> tuple[Need, ...]:
    """Return what a change needs by the base's policies on a day; a thing that no procedure covers is there without one."""
    return tuple(need for thing in things_of(policy, change, aftermath) for need in _needs(policy, thing, on))


def _needs(policy: Policy, thing: Thing, on: date) -> Iterator[Need]:
    regulation = day_of_board(policy, thing.board, on) or ""
    rules = policy.board_rules.get(regulation)
    tier = policy.portals[thing.board].tier if thing.board in policy.portals else ""
    procedures = rules.procedures.items() if rules else ()
    found = [Need(thing, regulation, name, one) for name, one in procedures if covers(one, thing, tier)]
    yield from found or [Need(thing, regulation)]


def covers(procedure: Procedure, thing: Thing, tier: str) -> bool:
    """Tell whether a procedure is about a thing of a portal of that tier."""
    if not procedure.covers_tier(tier):
        return False
    if thing.area:
        return procedure.covers_area(thing.area) or procedure.covers_record(thing.record)
    if CORRECTION in procedure.named("change"):
        return thing.correction
    return procedure.covers_type(thing.type)
