"""Emergency publication (CB-20): by a rule of the portal's own, one signature publishes and the others follow.

It is for items only, never for files of governance; the rule must stand in the base, so that no change can allow itself; its
signature heals no fault, and nothing that somebody has returned or refused passes by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from congbo.dates import day_of, holds
from congbo.facts.gate.model import Change, Taken
from congbo.facts.gate.route import hands_in
from congbo.facts.gate.standing import Good
from congbo.facts.gate.state import APPROVE, State, Walk
from congbo.facts.gate.who import signs_with
from congbo.frozen import replace
from congbo.policy import Policy
from congbo.policy.emergency import Emergency
from congbo.policy.holders import person_of
from congbo.policy.portals import Portal
from congbo.signed.folder import EMERGENCY, REASON

HOUSE = "CB-20"


def rule_of(policy: Policy, board: str, now: datetime) -> Emergency | None:
    """Return the rule of a portal that stands at a moment, None if it has none."""
    portal: Portal | None = policy.portals.get(board)
    rule = portal.khan if portal else None
    return rule if rule and rule.holds_on(day_of(now)) else None


def possible(policy: Policy, walked: Sequence[tuple[Walk, State]], now: datetime) -> bool:
    """Tell whether a change may be published in an emergency at all: items of portals that have a rule, none sent back."""
    return bool(walked) and all(
        not walk.need.thing.area and rule_of(policy, walk.need.thing.board, now) and not _sent_back(walk, state)
        for walk, state in walked
    )


def hastened(
    policy: Policy, change: Change, walked: Sequence[tuple[Walk, State]], good: Sequence[Good], now: datetime
) -> tuple[Taken, ...]:
    """Return the signatures that publish at once, one a board; none unless every board concerned has one."""
    if not possible(policy, walked, now) or not all(one.path.startswith("content/") for one in change.touched):
        return ()
    boards = dict.fromkeys(walk.need.thing.board for walk, _ in walked)
    authors = walked[0][0].authors
    found = [_signature(policy, change, board, good, authors, now) for board in boards]
    return tuple(one for one in found if one) if all(found) else ()


def _sent_back(walk: Walk, state: State) -> bool:
    return state.closed or bool(state.taken and hands_in(walk.procedure, state.at))


def _signature(
    policy: Policy, change: Change, board: str, good: Sequence[Good], authors: frozenset[str], now: datetime
) -> Taken | None:
    rule = rule_of(policy, board, now)
    for one in good if rule else ():
        said = one.statement
        bound = (said.board, said.procedure, said.step, said.decision) == (board, EMERGENCY, EMERGENCY, APPROVE)
        fresh = (said.head, said.change) == (change.head, change.digest)
        if rule and bound and fresh and _may(policy, rule, one, authors):
            taken = Taken(board, EMERGENCY, EMERGENCY, said.role, said.person, one.at, one.record.path)
            return replace(taken, recorders=one.recorders)
    return None


def _may(policy: Policy, rule: Emergency, one: Good, authors: frozenset[str]) -> bool:
    """The role itself and nobody on its behalf, in office at every moment that counts, with a reason."""
    said = one.statement
    reasoned = bool((one.record.answers or {}).get(REASON, "").strip())
    outside = rule.author or said.person not in authors
    if said.role != rule.role or said.behalf or not reasoned or not outside:
        return False
    terms = [
        holder
        for holder in policy.boards[said.board].holders
        if (holder.role, person_of(holder)) == (said.role, said.person) and signs_with(holder, one.record.fingerprint)
    ]
    return all(any(holds(term.from_, term.until, day_of(at)) for term in terms) for at in one.moments)
