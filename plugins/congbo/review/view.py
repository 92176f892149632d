"""A verdict made ready to be shown: with the names of boards, roles and people, and each article as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from congbo.facts.board import holding, name_of, word_of
from congbo.facts.cited import cited
from congbo.facts.gate.model import Change, Missing, Refused, Taken, Verdict
from congbo.facts.gate.needs import Need
from congbo.facts.gate.route import roles_of, route
from congbo.message import Message, Texts, say
from congbo.policy import Policy
from congbo.policy.procedures import Step
from congbo.policy.procedures import word_of as house_word

HOUSE = "CB-"


@dataclass(frozen=True)
class Awaited:
    """A step that is missing: who may take it (ids and names of roles, people in office), why, and for which paths."""

    board: str
    board_name: Texts
    procedure: str
    step: str
    name: Texts
    act: str
    roles: tuple[str, ...]
    role_names: tuple[Texts, ...]
    people: tuple[str, ...]
    law: str
    citation: str
    why: Message
    paths: tuple[str, ...]
    since: datetime | None


@dataclass(frozen=True)
class Done:
    """A step that counts; ``recorders``: who has recorded it, where it was signed on paper."""

    board: str
    procedure: str
    step: str
    step_name: Texts
    role: Texts
    person: str
    name: str
    time: datetime
    record: str
    behalf: str
    recorders: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fault:
    """A reason for refusal, with its article if one speaks."""

    code: str
    message: Message
    law: str
    citation: str
    path: str


@dataclass(frozen=True)
class View:
    """All that a person wants to know about a change's way."""

    id: str
    head: str
    verdict: str
    code: str
    awaited: tuple[Awaited, ...]
    faults: tuple[Fault, ...]
    aside: tuple[Fault, ...]
    done: tuple[Done, ...]


def view(policy: Policy, change: Change, verdict: Verdict, on: date) -> View:
    """Return what to show of a verdict on a day (that of the people in office)."""
    return View(
        id=change.id,
        head=change.head,
        verdict=verdict.verdict,
        code=verdict.code,
        awaited=tuple(_awaited(policy, one, on) for one in verdict.missing),
        faults=tuple(_fault(policy, one) for one in verdict.refused),
        aside=tuple(_fault(policy, one) for one in verdict.aside if one not in verdict.refused),
        done=tuple(_done(policy, one) for one in verdict.taken),
    )


def citation(policy: Policy, law: str) -> str:
    """Return an article as printed; a house rule by its own name, which is nobody's article; "" for nothing."""
    clause = policy.clause(law)
    if clause is None:
        return law
    regulation = next(one for one in policy.regulations.values() if law.startswith(f"{one.id}-"))
    return cited(regulation, clause)


def row_of(policy: Policy, board: str, procedure: str, step: str, on: date) -> Step | None:
    """Return the row of a board's procedure by the name of its step."""
    rules = policy.board_rules.get(_regulation(policy, board, on))
    table = rules.procedures.get(procedure) if rules else None
    return next((row for row in table.steps if row.step == step), None) if table else None


def _regulation(policy: Policy, board: str, on: date) -> str:
    portal = policy.portals.get(board)
    return (portal.regulation_on(on) if portal else None) or ""


def _awaited(policy: Policy, one: Missing, on: date) -> Awaited:
    row = row_of(policy, one.board, one.procedure, one.step, on)
    regulation = _regulation(policy, one.board, on)
    sitting = policy.boards.get(one.board)
    people = (holder.person for role in one.roles for holder in (holding(sitting, role, on) if sitting else ()))
    return Awaited(
        board=one.board,
        board_name=policy.portals[one.board].name,
        procedure=one.procedure,
        step=one.step,
        name=word_of(policy, one.step),
        act=row.act if row else "",
        roles=one.roles,
        role_names=tuple(name_of(policy, regulation, role) for role in one.roles),
        people=tuple(dict.fromkeys(people)),
        law=one.law,
        citation=citation(policy, one.law),
        why=_why(policy, one.law),
        paths=one.paths,
        since=one.since,
    )


def _why(policy: Policy, law: str) -> Message:
    """What the clause asks, in our words; a house rule says that it is one."""
    clause = policy.clause(law)
    return say("review.says", says=clause.says) if clause else say(f"house_rule.{house_word(law)}")


def _fault(policy: Policy, one: Refused) -> Fault:
    return Fault(one.code, one.message, one.law, citation(policy, one.law) if one.law else "", one.path)


def _done(policy: Policy, one: Taken) -> Done:
    regulation = _regulation(policy, one.board, one.time.date())
    role = role_name(policy, regulation, one.role)
    name, step = _name_of(policy, one.person), word_of(policy, one.step)
    paper = tuple(_name_of(policy, recorder) for recorder in one.recorders)
    return Done(
        one.board, one.procedure, one.step, step, role, one.person, name, one.time, one.record, one.behalf, paper
    )


def role_name(policy: Policy, regulation: str, role: str) -> Texts:
    """Return how a role is called; the keeper of the root key is in no regulation."""
    rules = policy.board_rules.get(regulation)
    return name_of(policy, regulation, role) if rules and role in rules.roles else word_of(policy, role)


def _name_of(policy: Policy, id_: str) -> str:
    person = policy.people.person(id_)
    return person.name if person else id_


def wanted_steps(policy: Policy, need: Need) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Yield the steps that a need asks for, from start to goal, each with the roles that may take it."""
    if need.procedure:
        for row in route(need.procedure, need.procedure.start):
            yield row, tuple(dict.fromkeys(roles_of(policy, need.regulation, row)))


def is_house(law: str) -> bool:
    """Tell whether a law is a rule of our own."""
    return law.startswith(HOUSE)
