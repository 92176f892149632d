"""How far one thing has come in one procedure: an automaton over what happened, in the order of trusted time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from congbo.facts.gate.allowed import claim_of, first_claim, shut_out
from congbo.facts.gate.model import Change, Refused, Submission, Taken
from congbo.facts.gate.route import arrived
from congbo.facts.gate.standing import Good
from congbo.facts.gate.state import APPROVE, NEGATIVE, REFUSE, RETURN, SUBMIT, State, Walk, fault
from congbo.facts.gate.who import Claim
from congbo.frozen import replace
from congbo.policy.procedures import Procedure, Step
from congbo.signed.statement import Statement

EDIT = "edit"
PUBLISH = "publish"
LAST = (APPROVE, PUBLISH, REFUSE)  # the acts that a refusal may speak of once every step is taken


def walk(walked: Walk, change: Change, decisions: Sequence[Good]) -> State:
    """Return where the thing stands after all that happened."""
    state = State("")
    for event in _in_order(change.submissions, decisions):
        state = _submitted(walked, state, event) if isinstance(event, Submission) else _decided(walked, state, event)
    return state


def newest(submissions: Sequence[Submission]) -> Submission:
    """Return the head that was handed in last; there is at least one."""
    return [event for event in _in_order(submissions, ()) if isinstance(event, Submission)][-1]


def _in_order(submissions: Sequence[Submission], decisions: Sequence[Good]) -> list[Submission | Good]:
    """The receipts' numbers tell the order; what has none yet comes after, by its time, a submission before a decision."""

    def order(event: Submission | Good) -> tuple[bool, int, datetime, bool]:
        if isinstance(event, Submission):
            return (event.number < 0 and bool(_numbered(submissions)), event.number, event.time, False)
        return (event.record.number < 0, event.record.number, event.at, True)

    return sorted([*submissions, *decisions], key=order)


def _numbered(submissions: Sequence[Submission]) -> bool:
    return any(submission.number >= 0 for submission in submissions)


# ---- a head is pushed


def _submitted(walked: Walk, state: State, pushed: Submission) -> State:
    """An editor's push leaves the thing where it stands; any other begins anew, or resumes after a return."""
    if state.closed:
        return replace(state, head=pushed)
    rows = [row for row in walked.procedure.steps if state.at in row.from_]
    if any(row.act == EDIT and first_claim(walked, row, pushed.person, pushed.time) for row in rows):
        return replace(state, head=pushed, waiting=())
    begun = state.at if any(row.act == SUBMIT for row in rows) else walked.procedure.start
    return _handed_in(walked, replace(state, at=begun, taken=(), waiting=(), blocked=()), pushed)


def _handed_in(walked: Walk, state: State, pushed: Submission) -> State:
    rows = [row for row in walked.procedure.steps if row.act == SUBMIT and state.at in row.from_]
    if not rows:
        return replace(state, head=pushed, since=pushed.time)
    for row in rows:
        if claim := first_claim(walked, row, pushed.person, pushed.time):
            taken = _taken(walked, row, claim, pushed.person, pushed.time)
            return replace(state, at=row.to, head=pushed, taken=(taken,), since=pushed.time)
    thing = walked.need.thing
    said = fault("submit.role", thing.path, rows[0].law, person=pushed.person or "?", board=thing.board)
    return _set_aside(replace(state, head=pushed, since=pushed.time), said)


# ---- a decision arrives


def _decided(walked: Walk, state: State, good: Good) -> State:
    statement = good.statement
    if (statement.board, statement.procedure) != (walked.need.thing.board, walked.need.id) or state.closed:
        return state
    if state.head is None or (statement.head, statement.change) != (state.head.head, state.head.digest):
        return state  # spoken of another head: it stays in the archive and says nothing of this one
    row = _row(walked.procedure, state, statement.step) or _passed(walked.procedure, state, statement)
    if row is None and statement.decision == APPROVE and statement.step in {one.step for one in state.taken}:
        return state  # a second pair of the same eyes: welcome, and not needed
    if row is None:
        return _set_aside(state, fault("step.order", good.record.path, "", step=statement.step, at=state.at))
    against = shut_out(walked, state, row, good)
    return _set_aside(state, against) if against else _moved(walked, state, row, good)


def _row(procedure: Procedure, state: State, step: str) -> Step | None:
    rows = (
        row for row in procedure.steps if row.act != SUBMIT
    )  # nobody hands in by a signature: who pushes is its author
    return next((row for row in rows if row.step == step and state.at in row.from_), None)


def _passed(procedure: Procedure, state: State, statement: Statement) -> Step | None:
    """The step that a late refusal looks back on: one that was taken; at the end also any that approves, publishes, refuses.

    Until the merge nothing is shown, so whoever could have stopped it may still do so.
    """
    if statement.decision != REFUSE:
        return None
    taken = {one.step for one in state.taken}
    last = LAST if arrived(procedure, state) else ()
    rows = (row for row in procedure.steps if row.step == statement.step and row.act not in (SUBMIT, RETURN))
    return next((row for row in rows if row.step in taken or row.act in last), None)


def _moved(walked: Walk, state: State, row: Step, good: Good) -> State:
    statement = good.statement
    verb = row.act if row.act in NEGATIVE else statement.decision
    claim = claim_of(walked, row, good) or Claim(statement.role, row.law)
    taken = replace(
        _taken(walked, row, claim, statement.person, good.at), record=good.record.path, recorders=good.recorders
    )
    if verb == REFUSE:
        return replace(state, closed=True, taken=(*state.taken, taken), since=good.at)
    if verb == RETURN:
        back = row.to if row.act == RETURN else walked.procedure.start
        return replace(state, at=back, taken=(*state.taken, taken), waiting=(), blocked=(), since=good.at)
    done = tuple({one.person: one for one in (*state.waiting, taken) if one.step == row.step}.values())
    if len(done) < row.count:
        return replace(state, waiting=(*(one for one in state.waiting if one.step != row.step), *done))
    return replace(state, at=row.to, taken=(*state.taken, *done), waiting=(), blocked=(), since=good.at)


def _set_aside(state: State, said: Refused) -> State:
    return replace(state, aside=(*state.aside, said), blocked=(*state.blocked, said))


def _taken(walked: Walk, row: Step, claim: Claim, person: str, at: datetime) -> Taken:
    return Taken(walked.need.thing.board, walked.need.id, row.step, claim.role, person, at, behalf=claim.behalf)
