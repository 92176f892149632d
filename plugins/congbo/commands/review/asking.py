"""What the verbs of ``congbo review`` share: which change is meant, and the gate's word about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from congbo.commands.arguments import Parser
from congbo.dates import day_of
from congbo.errors import CANNOT_JUDGE, CLEAN, REFUSED, CongboError, refuse
from congbo.facts.gate.judge import GRANTED, judge
from congbo.facts.gate.model import Aftermath, Change, Verdict
from congbo.history.commits import commit_id
from congbo.history.named import full_name
from congbo.history.quick import top_of
from congbo.history.refs import refs_under
from congbo.locale import catalogue
from congbo.policy import Policy
from congbo.register.gather import Asked, gather, policy_at
from congbo.review.view import View, view

TARGET = "refs/heads/main"


@dataclass(frozen=True)
class Opened:
    """A change as it stands at a moment."""

    root: Path
    policy: Policy
    change: Change
    aftermath: Aftermath
    verdict: Verdict
    now: datetime

    @property
    def shown(self) -> View:
        """Return what to show of it."""
        return view(self.policy, self.change, self.verdict, day_of(self.now))

    @property
    def code(self) -> int:
        """Return the exit code: 0 only for what may be published."""
        return CLEAN if self.verdict.verdict == GRANTED else REFUSED


def opened(asked: Asked, now: datetime) -> Opened:
    """Return a change and the gate's word by the policies of its target's tip.

    Raises CongboError, with "cannot judge", if those cannot be read.
    """
    try:
        policy = policy_at(asked.root, asked.tip)
    except CongboError as error:
        raise refuse("review.base_policies", error.place, detail=error.message) from error
    change, aftermath = gather(asked, policy)
    return Opened(asked.root, policy, change, aftermath, judge(policy, change, aftermath, now), now)


def revisions(parse: Parser, lang: str) -> None:
    """Add the options that name a change by two revisions."""
    words = catalogue(lang)
    parse.add_argument("--base", required=True, metavar="REV", help=words["review.option.base"])
    parse.add_argument("--head", default="HEAD", metavar="REV", help=words["review.option.head"])
    parse.add_argument("--target", default=TARGET, metavar="REF", help=words["review.option.target"])


def between(root: Path, base: str, head: str, target: str = TARGET) -> Asked:
    """Return the change between two revisions. Raises CongboError for a name that is unknown or could mean two things."""
    top = top_of(root)
    if target != TARGET and not _is_known(top, target):
        raise refuse("review.no_target", None, CANNOT_JUDGE, target=target)
    return Asked(top, target, commit_id(top, full_name(top, base)), commit_id(top, full_name(top, head)))


def _is_known(top: Path, target: str) -> bool:
    """Tell whether a branch is known here, or as that of a remote; the usual one need not be."""
    branch = target.removeprefix("refs/heads/")
    known = refs_under(top, "refs/heads/", "refs/remotes/")
    return branch != target and any(name == target or name.split("/", 3)[3:] == [branch] for name in known)
