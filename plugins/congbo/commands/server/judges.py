"""The judges that the hook is given: the checks of a change, and the gate. The server itself knows neither."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from congbo.dates import day_of
from congbo.facts.gate.judge import judge
from congbo.facts.gate.model import Verdict
from congbo.register.gather import Asked, gather, policy_at
from congbo.server.pre_receive import Check, Gate


def checks(now: datetime, lang: str) -> Check:
    """Return the check of ``congbo check --base``: the errors that a change brings about, as its text format tells them."""

    def check(root: Path, base: str, head: str) -> str:
        # Most pushes are of signatures, which are no content: the checks are loaded for a push that has some.
        from congbo.commands.server.checked import errors_of

        return errors_of(root, base, head, day_of(now), lang)

    return check


def gate(now: datetime) -> Gate:
    """Return the gate: a merge judged by the policies of the tip that it is merged into."""

    def judged(root: Path, target: str, tip: str, merge: str) -> Verdict:
        policy = policy_at(root, tip)
        found, aftermath = gather(Asked(root, target, tip, merge, merging=True), policy)
        return judge(policy, found, aftermath, now)

    return judged
