"""What stands against a person's taking a step now: no role, the same pair of eyes, an answer left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from congbo.dates import day_of, holds
from congbo.facts.gate.model import Refused
from congbo.facts.gate.route import arrived
from congbo.facts.gate.standing import Good
from congbo.facts.gate.state import APPROVE, NEGATIVE, State, Walk, fault
from congbo.facts.gate.who import Claim, board_of, claims, signs_with
from congbo.policy.holders import person_of
from congbo.policy.procedures import Step
from congbo.signed.folder import REASON

DOCUMENT = "van_ban"
HOUSE_RETURN = "CB-18"
HOUSE_GOVERNANCE = "CB-17"


def first_claim(walked: Walk, row: Step, person: str, moment: datetime) -> Claim | None:
    """Return a capacity in which a person may take a step at a moment, None if there is none."""
    found = claims(walked.policy, row, walked.need.thing, person, day_of(moment)) if person else ()
    return next(iter(found), None)


def claim_of(walked: Walk, row: Step, good: Good) -> Claim | None:
    """Return the capacity that a statement names, if the person has it on each of the days that count."""
    statement = good.statement
    named = (statement.role, statement.behalf)

    def having(on: date) -> Claim | None:
        found = claims(walked.policy, row, walked.need.thing, statement.person, on, good.record.fingerprint)
        return next((claim for claim in found if (claim.role, claim.behalf) == named), None)

    every = [having(day_of(moment)) for moment in good.moments]
    return every[0] if all(every) else None


def shut_out(walked: Walk, state: State, row: Step, good: Good) -> Refused | None:
    """Return why this person may not take this step now; None if nothing stands against it."""
    return next(_against(walked, state, row, good), None)


def _against(walked: Walk, state: State, row: Step, good: Good) -> Iterator[Refused]:
    statement, path = good.statement, good.record.path
    if claim_of(walked, row, good) is None:
        yield fault(
            _why_not(walked, row, good), path, row.law, person=statement.person, role=statement.role, step=row.step
        )
    if row.act != statement.decision and _has_row(walked, statement.decision) and not arrived(walked.procedure, state):
        yield fault("step.own_row", path, row.law, step=row.step)
    if statement.decision == APPROVE and row.act not in NEGATIVE:
        yield from _same_eyes(walked, state, row, statement.person, path)
    yield from _unanswered(row, good)


def _has_row(walked: Walk, decision: str) -> bool:
    """Tell whether the regulation says itself who returns or refuses: then nobody does it in passing (CB-18).

    Once every step is taken no regulation has a row any more: whoever took part may still stop it.
    """
    return decision in NEGATIVE and any(row.act == decision for row in walked.procedure.steps)


def _why_not(walked: Walk, row: Step, good: Good) -> str:
    """The code that tells apart: never of this step, not on that day, no longer, or without the delegation that it needs."""
    statement, thing = good.statement, walked.need.thing
    board = board_of(walked.policy, row, thing)
    holders = board.holders if board else ()
    once = [h for h in holders if (h.role, person_of(h)) == (statement.role, statement.person)]
    if not once:
        return "role.not_held"
    if not all(any(holds(h.from_, h.until, day_of(at)) for h in once) for at in good.moments):
        begun = any(h.from_ <= day_of(good.statement.issued) for h in once)
        return "role.ended" if begun else "role.not_yet"
    if not any(signs_with(holder, good.record.fingerprint) for holder in once):
        return "role.key"
    return "role.delegation" if statement.role in row.delegated and statement.role not in row.by else "role.step"


def _same_eyes(walked: Walk, state: State, row: Step, person: str, path: str) -> Iterator[Refused]:
    """The ``not`` cells, and our rule that nobody decides on their own office or keys."""
    before = {one.step for one in state.taken if one.person == person}
    for whom, law in row.not_.items():
        if person in walked.authors if whom == "author" else whom in before:
            yield fault(f"four_eyes.{'author' if whom == 'author' else 'step'}", path, law, person=person, step=whom)
    if person in walked.need.thing.subjects:
        yield fault("four_eyes.subject", path, HOUSE_GOVERNANCE, person=person, step=row.step)


def _unanswered(row: Step, good: Good) -> Iterator[Refused]:
    given = good.record.answers or {}
    negative = row.act in NEGATIVE or good.statement.decision in NEGATIVE
    wanted: Mapping[str, str] = row.needs if row.act in NEGATIVE or not negative else {}
    if negative and REASON not in wanted:
        wanted = {**wanted, REASON: HOUSE_RETURN}
    if row.document_of and not negative:
        wanted = {**wanted, DOCUMENT: row.law}
    for word, law in wanted.items():
        if not given.get(word, "").strip():
            yield fault("answer.missing", good.record.path, law, word=word, step=row.step)
