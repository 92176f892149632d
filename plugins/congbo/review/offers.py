"""What a person may do about a change now: take the awaited step, return it, refuse it; each in a capacity they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from congbo.facts.gate.allowed import DOCUMENT, HOUSE_RETURN
from congbo.facts.gate.model import Aftermath, Change, Missing, Verdict
from congbo.facts.gate.needs import Need, needs
from congbo.facts.gate.state import APPROVE, REFUSE, RETURN, SUBMIT
from congbo.facts.gate.who import claims
from congbo.policy import Policy
from congbo.policy.procedures import BACK, Step
from congbo.signed.folder import REASON


@dataclass(frozen=True)
class Offer:
    """One thing that a person may sign. ``asks``: the words that have to be answered, each with the law that wants it."""

    board: str
    procedure: str
    step: str
    act: str
    role: str
    person: str
    decision: str
    behalf: str = ""
    asks: Mapping[str, str] = field(default_factory=dict)
    paths: tuple[str, ...] = ()


def offers(
    policy: Policy, change: Change, aftermath: Aftermath, verdict: Verdict, person: str, on: date
) -> tuple[Offer, ...]:
    """Return what a person may sign now, approving first. Whether four eyes stand against it is the gate's to say."""
    every = needs(policy, change, aftermath, on)
    found = (
        offer
        for one in turns(verdict)
        for need in every
        if (need.thing.board, need.id) == (one.board, one.procedure) and need.thing.path in one.paths
        for offer in _offers(policy, need, one, person, on)
    )
    return tuple({_key(offer): offer for offer in found}.values())


def second_thoughts(
    policy: Policy, change: Change, aftermath: Aftermath, verdict: Verdict, person: str, on: date
) -> tuple[Offer, ...]:
    """Return how a person may still refuse what lacks nothing any more: one way a procedure, by the last step that is theirs.

    Nobody is awaited, so these are not among the ``offers``.
    """
    open_ = {(one.board, one.procedure) for one in verdict.missing}
    found: dict[tuple[str, str, str], Offer] = {}
    for taken in verdict.taken if verdict.verdict == "granted" else ():
        for need in needs(policy, change, aftermath, on):
            if (need.thing.board, need.id) != (taken.board, taken.procedure) or (taken.board, taken.procedure) in open_:
                continue
            row = (
                next((one for one in need.procedure.steps if one.step == taken.step), None) if need.procedure else None
            )
            if row is None or row.act == SUBMIT:
                continue
            paths = (need.thing.path,)
            waits = Missing(taken.board, taken.procedure, row.step, (), row.law, paths)
            for offer in _of(policy, need, row, REFUSE, waits, person, on):
                found[offer.board, offer.procedure, need.thing.path] = offer
    return tuple({_key(offer): offer for offer in found.values()}.values())


def _key(offer: Offer) -> tuple[str, ...]:
    return (offer.board, offer.procedure, offer.step, offer.role, offer.behalf, offer.decision)


def turns(verdict: Verdict) -> Iterator[Missing]:
    """Yield the step whose turn it is, of each board's procedure."""
    seen: set[tuple[str, str]] = set()
    for one in verdict.missing:
        if (one.board, one.procedure) not in seen:
            seen.add((one.board, one.procedure))
            yield one


def _offers(policy: Policy, need: Need, one: Missing, person: str, on: date) -> Iterator[Offer]:
    rows = need.procedure.steps if need.procedure else ()
    here = next((row for row in rows if row.step == one.step), None)
    if here is None or here.act == "submit":
        return
    yield from _of(policy, need, here, APPROVE, one, person, on)
    back = [row for row in rows if row.act in BACK and set(row.from_) & set(here.from_)]
    for row in back:
        yield from _of(policy, need, row, row.act, one, person, on)
    for verb in (RETURN, REFUSE):
        if verb not in {row.act for row in back}:
            yield from _of(policy, need, here, verb, one, person, on)


def _of(policy: Policy, need: Need, row: Step, verb: str, one: Missing, person: str, on: date) -> Iterator[Offer]:
    for claim in claims(policy, row, need.thing, person, on):
        yield Offer(
            one.board,
            one.procedure,
            row.step,
            row.act,
            claim.role,
            person,
            verb,
            claim.behalf,
            asks(row, verb),
            one.paths,
        )


def asks(row: Step, verb: str) -> Mapping[str, str]:
    """Return the words that a decision has to answer, each with the law that wants it."""
    if verb in BACK:
        return {REASON: HOUSE_RETURN} | (dict(row.needs) if row.act in BACK else {})
    return dict(row.needs) | ({DOCUMENT: row.law} if row.document_of else {})
