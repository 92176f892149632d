"""From what is known to the verdict. Nothing is read here: the same facts give the same word in every place and year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from congbo.dates import day_of
from congbo.facts.gate import aftermath as after
from congbo.facts.gate import recovery, structure
from congbo.facts.gate.authors import authors_of, strangers
from congbo.facts.gate.emergency import hastened
from congbo.facts.gate.model import Aftermath, Change, Missing, Refused, Verdict
from congbo.facts.gate.needs import Need, needs
from congbo.facts.gate.route import hands_in, is_stuck, missing
from congbo.facts.gate.standing import Standing, standing
from congbo.facts.gate.state import State, Walk, fault
from congbo.facts.gate.walk import walk
from congbo.frozen import replace
from congbo.policy import Policy

GRANTED: Final = "granted"
MISSING: Final = "missing"
REFUSED: Final = "refused"
EMERGENCY: Final = "emergency"
RECOVERY: Final = "recovery"


def judge(policy: Policy, change: Change, aftermath: Aftermath, now: datetime) -> Verdict:
    """Return the verdict on a change by the base's policies at a moment.

    ``granted`` only if every thing has come to the goal of every procedure that covers it, by records that hold; with the
    code ``recovery`` where the root key stood in for those that nobody can complete any more; or, with the code
    ``emergency``, by a rule of the portal's own: then the steps that are missing are still owed.
    """
    worth = standing(policy, change, now)
    wanted = needs(policy, change, aftermath, day_of(now))
    by_root = recovery.recovered(change, worth.good)
    firm = [
        *structure.faults(change),
        *worth.forged,
        *after.faults(policy, aftermath, now),
        *recovery.faults(policy, change, aftermath, wanted, worth.good, now),
        *strangers(policy, change),
    ]
    if by_root:
        given_up = recovery.lost(policy, wanted, now)
        wanted = tuple(need for need in wanted if need not in given_up)
    firm += [_unowned(need) for need in wanted if need.procedure is None]
    authors = authors_of(policy, change)
    walks = [Walk(policy, need, need.procedure, authors) for need in wanted if need.procedure is not None]
    walked = [(one, walk(one, change, worth.good)) for one in walks]
    verdict = _concluded(firm, worth, walked)
    if by_root and verdict.verdict == GRANTED:
        return replace(verdict, code=RECOVERY, taken=(*verdict.taken, *by_root))
    if verdict.verdict == MISSING and (at_once := hastened(policy, change, walked, worth.good, now)):
        return replace(verdict, verdict=GRANTED, code=EMERGENCY, taken=(*verdict.taken, *at_once))
    return verdict


def _unowned(need: Need) -> Refused:
    thing = need.thing
    return fault("path.unowned", thing.path, "CB-17", board=thing.board, area=thing.area)


def _concluded(firm: Sequence[Refused], worth: Standing, walked: Sequence[tuple[Walk, State]]) -> Verdict:
    wanting = _merged(one for walk_, state in walked for one in missing(walk_, state))
    taken = tuple(dict.fromkeys(one for _, state in walked for one in state.taken))
    aside = _distinct((*worth.aside, *(one for _, state in walked for one in state.aside)))
    closed = [_closed(walk_, state) for walk_, state in walked if state.closed]
    stuck = [_stuck(walk_, state) for walk_, state in walked if is_stuck(walk_, state)]
    refused = _distinct((*firm, *closed, *stuck))
    if not refused and wanting:
        # Nobody is merely awaited where somebody did what they may not.
        refused = _distinct((*worth.blocked, *(one for _, state in walked for one in state.blocked)))
    if refused:
        return Verdict(REFUSED, refused[0].code, wanting, refused, aside, taken)
    if wanting:
        return Verdict(MISSING, _code(walked), wanting, (), aside, taken)
    return Verdict(GRANTED, GRANTED, (), (), aside, taken)


def _code(walked: Sequence[tuple[Walk, State]]) -> str:
    """``returned`` where the author is awaited, ``awaited`` where a decision is."""
    returned = any(state.taken and hands_in(walk_.procedure, state.at) for walk_, state in walked)
    return "returned" if returned else "awaited"


def _closed(walked: Walk, state: State) -> Refused:
    last = state.taken[-1]
    return fault("change.refused", walked.need.thing.path, "", person=last.person, record=last.record)


def _stuck(walked: Walk, state: State) -> Refused:
    need = walked.need
    return fault("procedure.stuck", need.thing.path, "", procedure=need.id, board=need.thing.board, at=state.at)


def _merged(every: Iterable[Missing]) -> tuple[Missing, ...]:
    """One line a step, however many things wait for it."""
    found: dict[tuple[str, str, str], Missing] = {}
    for one in every:
        key = (one.board, one.procedure, one.step)
        known = found.get(key)
        found[key] = replace(one, paths=tuple(sorted({*known.paths, *one.paths}))) if known else one
    return tuple(found.values())


def _distinct(every: Iterable[Refused]) -> tuple[Refused, ...]:
    return tuple({(one.code, one.path, one.law): one for one in every}.values())
