"""The judges that the hook is given: the checks of a change, and the gate. The server itself knows neither."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from congbo.commands.change import change
from congbo.commands.reported import reported
from congbo.dates import day_of
from congbo.facts.gate import Verdict, judge
from congbo.finding import Severity
from congbo.locale import sentence
from congbo.output import FORMATS
from congbo.register.gather import Asked, gather, policy_at
from congbo.server.pre_receive import Check, Gate


def checks(now: datetime, lang: str) -> Check:
    """Return the check of ``congbo check --base``: the errors that a change brings about, as its text format tells them."""

    def check(root: Path, base: str, head: str) -> str:
        one = change(root, base, head, day_of(now))
        errors = [finding for finding in one.findings((), ()) if finding.severity is Severity.ERROR]
        notes = [note for note in one.notes() if note.severity is Severity.ERROR]
        told = [f"{note.place}: {sentence(note.message, lang)}\n" for note in notes]
        if errors:
            told.append(FORMATS["text"](reported(errors, one.pages, one.tree), lang))
        return "".join(told)

    return check


def gate(now: datetime) -> Gate:
    """Return the gate: a merge judged by the policies of the tip that it is merged into."""

    def judged(root: Path, target: str, tip: str, merge: str) -> Verdict:
        policy = policy_at(root, tip)
        found, aftermath = gather(Asked(root, target, tip, merge, merging=True), policy)
        return judge(policy, found, aftermath, now)

    return judged


def lines_from_git() -> list[str]:
    """Return what git tells a hook on stdin."""
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape").splitlines()
