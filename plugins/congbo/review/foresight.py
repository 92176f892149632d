"""What the gate would say of a decision if it were signed and had arrived: asked before anybody signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from congbo.facts.gate.judge import REFUSED, judge
from congbo.facts.gate.model import Aftermath, Change, Record, Refused, Verdict
from congbo.facts.gate.paper import PAPER, SCAN
from congbo.facts.gate.state import APPROVE
from congbo.frozen import replace
from congbo.policy import Policy
from congbo.review.decision import Draft
from congbo.signed.folder import STATEMENT

LONELY = "paper.alone"  # the first record of a slip waits for the second one, and is right to
_ANYTHING = "…"


@dataclass(frozen=True)
class Foreseen:
    """``against``: why it would not count, or would help nothing; ``verdict``: where the change would stand then."""

    against: tuple[Refused, ...]
    verdict: Verdict


def foreseen(
    policy: Policy,
    change: Change,
    aftermath: Aftermath,
    now: datetime,
    made: Draft,
    key: str,
    answers: Mapping[str, str],
) -> Foreseen:
    """Return what would come of a decision. ``key``: the fingerprint of the key that would sign it.

    A change that is refused for other reasons cannot be approved by anybody; returned and refused it can be.
    """
    path = f"{made.stem}.{STATEMENT}"
    scan = answers.get(SCAN, "") if made.statement.source == PAPER else ""
    record = Record(path, made.statement, key, dict(answers), scan=scan)
    verdict = judge(policy, replace(change, records=(*change.records, record)), aftermath, now)
    faults = (*verdict.refused, *verdict.aside)
    mine = [one for one in faults if one.path == path and one.code != LONELY]
    helps = made.statement.decision != APPROVE or verdict.verdict != REFUSED
    # What was set aside stands in nobody's way once the right person takes the step.
    others = [one for one in verdict.refused if one not in verdict.aside] if not helps else []
    return Foreseen(tuple({one.code: one for one in mine or others}.values()), verdict)


def any_answers(asked: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Return answers to everything that is asked, those that are given as they are: for asking the gate beforehand."""
    return {word: given.get(word) or _ANYTHING for word in {**asked, **given}}
