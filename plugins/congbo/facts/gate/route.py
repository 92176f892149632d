"""The way that is left: from where a thing stands to the goal of its procedure."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.gate.model import Missing
from congbo.facts.gate.state import NEGATIVE, SUBMIT, State, Walk
from congbo.policy import Policy
from congbo.policy.procedures import Procedure, Step


def hands_in(procedure: Procedure, at: str) -> bool:
    """Tell whether the author is awaited: at the start, or where a row wants the thing handed in again."""
    return at == procedure.start or any(row.act == SUBMIT and at in row.from_ for row in procedure.steps)


def arrived(procedure: Procedure, state: State) -> bool:
    """Tell whether a thing is at the goal, or at another end that the table itself leads to (referred elsewhere)."""
    ends = {row.to for row in procedure.steps if row.act not in NEGATIVE} - {
        start for row in procedure.steps for start in row.from_
    }
    return not state.closed and state.at in {procedure.goal, *ends}


def missing(walked: Walk, state: State) -> tuple[Missing, ...]:
    """Return the steps from where the thing stands to the goal, the nearest first; none if it is there."""
    if arrived(walked.procedure, state):
        return ()
    start = state.at or walked.procedure.start
    return tuple(_wanted(walked, row, state) for row in route(walked.procedure, start))


def is_stuck(walked: Walk, state: State) -> bool:
    """Tell whether no way leads on from where a thing stands: that nothing is missing does not mean that it has arrived."""
    return not (state.closed or arrived(walked.procedure, state) or missing(walked, state))


def _wanted(walked: Walk, row: Step, state: State) -> Missing:
    thing = walked.need.thing
    roles = tuple(dict.fromkeys(roles_of(walked.policy, walked.need.regulation, row)))
    since = state.since if state.at in row.from_ else None
    return Missing(thing.board, walked.need.id, row.step, roles, row.law, (thing.path,), since)


def roles_of(policy: Policy, regulation: str, row: Step) -> Iterator[str]:
    """Yield the roles that may take a step, those of a level last."""
    yield from (*row.by, *row.delegated, *row.acting)
    rules = policy.board_rules[regulation].roles
    yield from (name for name, role in rules.items() if role.level in row.by_level)


def route(procedure: Procedure, start: str) -> tuple[Step, ...]:
    """Return the shortest way of steps from a state to the goal, returns and refusals left out."""
    ways: dict[str, tuple[Step, ...]] = {start: ()}
    front = [start]
    while front and procedure.goal not in ways:
        here = front.pop(0)
        for row in procedure.steps:
            if here in row.from_ and row.to not in ways and row.act not in NEGATIVE:
                ways[row.to] = (*ways[here], row)
                front.append(row.to)
    return ways.get(procedure.goal, ())
