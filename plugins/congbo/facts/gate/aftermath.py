"""What a change of the policies would leave behind: policies that can be read, and people enough for every step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import combinations

from congbo.dates import day_of
from congbo.facts.board import in_office
from congbo.facts.gate.model import Aftermath, Refused
from congbo.facts.gate.route import roles_of, route
from congbo.facts.gate.state import SUBMIT
from congbo.facts.gate.things import Thing
from congbo.facts.gate.who import board_of, signs_with
from congbo.message import say
from congbo.policy import Policy
from congbo.policy.areas import AREAS
from congbo.policy.at_once import AT_ONCE, UNTIL
from congbo.policy.holders import Board, Holder, person_of
from congbo.policy.keys import DECISION
from congbo.policy.procedures import Procedure, Step
from congbo.policy.records import Record


def faults(policy: Policy, aftermath: Aftermath, now: datetime) -> Iterator[Refused]:
    """Yield why the policies must not become what the change makes of them."""
    if aftermath.fault:
        yield Refused("policy.unreadable", say("gate.policy.unreadable", detail=aftermath.fault))
    if aftermath.policy is None:
        return
    yield from _undecided(policy, aftermath.policy)
    yield from _erased(policy, aftermath.policy)
    before = set(gaps(policy, now))
    for board, procedure, step in gaps(aftermath.policy, now):
        if (board, procedure, step) not in before:
            said = say("gate.policy.locks", board=board, procedure=procedure, step=step)
            yield Refused("policy.locks", said, "CB-17", f"policies/boards/{board}.yml")
    known = set(uncovered(policy, now))
    open_ = {area for _, area in known}  # a new portal need not have what others lack
    for board, area in uncovered(aftermath.policy, now):
        if (board, area) not in known and (board in policy.portals or area not in open_):
            said = say("gate.policy.uncovered", board=board, area=area)
            yield Refused("policy.uncovered", said, "CB-17", f"policies/boards/{board}.yml")


def _undecided(policy: Policy, after: Policy) -> Iterator[Refused]:
    """A holder who is new or serves another term comes with the decision that says so."""
    for board in after.boards.values():
        known = (
            {_term(holder) for holder in policy.boards[board.portal].holders}
            if board.portal in policy.boards
            else set()
        )
        for holder in board.holders:
            if _term(holder) not in known and not holder.decision:
                said = say("gate.holder.decision", holder=holder.id, place=holder.place)
                yield Refused("holder.decision", said, "CB-17", holder.place.path)


def _erased(policy: Policy, after: Policy) -> Iterator[Refused]:
    """What one role has decided at once stays written down, whoever would rather not see it counted: only its end moves."""
    for type_ in AT_ONCE:
        left = {one.id: one for one in after.records_of(type_)}
        for record in policy.records_of(type_):
            now = left.get(record.id)
            if now is None or _decided(now) != _decided(record):
                said = say("gate.record.erased", id=record.id, place=record.place)
                yield Refused("record.erased", said, "CB-19", record.place.path)


def _decided(record: Record) -> tuple[object, ...]:
    return record.portal, {name: value for name, value in record.values.items() if name != UNTIL}


def _term(holder: Holder) -> tuple[object, ...]:
    return (holder.id, holder.role, person_of(holder), holder.from_, holder.until)


def uncovered(policy: Policy, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield (board, area) where no procedure of the board says who decides: nobody could ever change such a file again.

    An area is one of governance, or a type of items.
    """
    on = day_of(now)
    for portal in policy.portals.values():
        rules = policy.board_rules.get(portal.regulation_on(on) or "")
        procedures = [one for one in (rules.procedures.values() if rules else ()) if one.covers_tier(portal.tier)]
        if portal.id not in policy.boards:
            yield portal.id, "boards"
        yield from (
            (portal.id, name) for name in policy.types.types if not any(one.covers_type(name) for one in procedures)
        )
        yield from ((portal.id, area) for area in AREAS if not any(one.covers_area(area) for one in procedures))


def gaps(policy: Policy, now: datetime) -> Iterator[tuple[str, str, str]]:
    """Yield (board, procedure, step) where too few people who can sign hold a role of the step."""
    on = day_of(now)
    for board in policy.boards.values():
        portal = policy.portals.get(board.portal)
        regulation = (portal.regulation_on(on) if portal else None) or ""
        rules = policy.board_rules.get(regulation)
        for name, procedure in (rules.procedures if rules else {}).items():
            if portal is None or not procedure.covers_tier(portal.tier):
                continue
            able = {row.step: _able(policy, board, regulation, row, now) for row in route(procedure, procedure.start)}
            lacking = _lacking(procedure, able)
            if lacking:
                yield board.portal, name, lacking


def _able(policy: Policy, board: Board, regulation: str, row: Step, now: datetime) -> frozenset[str]:
    roles, where = set(roles_of(policy, regulation, row)), board_of(policy, row, Thing("", board.portal))
    serving = in_office(where.holders, day_of(now)) if where else ()
    return frozenset(
        person_of(holder)
        for holder in serving
        if holder.role in roles and (row.act == SUBMIT or _can_sign(policy, holder, now))
    )


def _can_sign(policy: Policy, holder: Holder, now: datetime) -> bool:
    mine = policy.keys.of(person_of(holder))
    return any(key.good(DECISION, now) and signs_with(holder, key.fingerprint) for key in mine)


def _lacking(procedure: Procedure, able: Mapping[str, frozenset[str]]) -> str:
    """The first step that cannot be taken whoever takes the others; "" if there is a way to share them out."""
    rows = [row for row in procedure.steps if row.step in able]
    for end in range(1, len(rows) + 1):
        if not _shared(tuple(rows[:end]), able, {}):
            return rows[end - 1].step
    return ""


def _shared(rows: tuple[Step, ...], able: Mapping[str, frozenset[str]], who: Mapping[str, tuple[str, ...]]) -> bool:
    if not rows:
        return True
    row, *rest = rows
    barred = {person for step in row.not_ for person in who.get(step, ())}
    free = sorted(able[row.step] - barred)
    watched = any(row.step in later.not_ for later in rest)  # else it is all the same who takes it
    teams = combinations(free if watched else free[: row.count], row.count)
    return any(_shared(tuple(rest), able, {**who, row.step: team}) for team in teams)
