"""Brings a granted change to its target: the merge with its records, judged once more as the merge that it has become."""

from __future__ import annotations

from datetime import datetime

from congbo.commands.common import Progress
from congbo.commands.review.asking import Opened, opened
from congbo.commands.review.changes import Place, asked, refreshed
from congbo.commands.server.judges import checks
from congbo.errors import REFUSED, refuse
from congbo.facts.gate.judge import GRANTED
from congbo.frozen import replace
from congbo.history.commits import is_ancestor
from congbo.history.refs import move_ref
from congbo.history.remote import push
from congbo.message import say
from congbo.policy.people import Person
from congbo.review.merging import merge

TRIES = 3  # others merge too: whoever comes second merges into what the first has left


def land(where: Place, found: Opened, person: Person, at: datetime, lang: str) -> None:
    """Merge and push. Raises CongboError if the merge is not granted, or the server refuses it."""
    if landed(where, found):
        return  # published in an emergency: what was signed now only follows
    for left in reversed(range(TRIES)):
        commit = merge(where.root, found.change, person, at)
        _judged(where, found, commit, at)
        said = _moved(where, found, commit)
        if said is None:
            Progress(lang).tell(say("review.landed", id=found.change.id, commit=commit[:12], target=where.target))
            return
        refreshed(where)
        if not left or where.tip == found.change.tip:
            raise refuse("review.not_accepted", None, REFUSED, said="\n".join(said))
        found = opened(asked(where, found.change.id), at)


def landed(where: Place, found: Opened) -> bool:
    """Tell whether the target holds a change already, although signatures may still be missing (CB-20)."""
    return is_ancestor(where.root, found.change.head, where.tip)


def refuse_errors(found: Opened, lang: str) -> None:
    """Raise CongboError, with the findings, for a change in which the checks find errors today: the server would refuse it.

    That is asked before somebody signs: what was clean when it was handed in need not be so any more.
    """
    report = checks(found.now, lang)(found.root, found.change.tip, found.change.head)
    if report:
        raise refuse("review.check_errors", None, REFUSED, said=report.rstrip())


def _judged(where: Place, found: Opened, commit: str, at: datetime) -> None:
    """The gate's word about the merge itself, before anybody is asked to take it."""
    about = replace(asked(where, found.change.id), head=commit, merging=True)
    verdict = opened(about, at).verdict
    if verdict.verdict != GRANTED:
        raise refuse(
            "review.merge_refused", None, REFUSED, why=[one.message for one in verdict.refused] or [verdict.code]
        )


def _moved(where: Place, found: Opened, commit: str) -> tuple[str, ...] | None:
    """Bring the target to the merge; None if that went well, else what was said."""
    if not where.remote:
        move_ref(where.root, where.target, commit, found.change.tip)
        return None
    pushed = push(where.root, where.remote, [f"{commit}:{where.target}"])
    return None if pushed.accepted else pushed.said
