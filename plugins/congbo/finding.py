"""What a rule says about a place."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from congbo.frozen import replace
from congbo.message import Message
from congbo.place import Place


class Severity(StrEnum):
    """How much a finding weighs; only an ``error`` refuses a change."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class About(Struct, frozen=True):
    """What a finding is about where its place does not say so: the portal, the unit, and the day or period judged.

    Without days, the state of today was judged.
    """

    portal: str = ""
    unit: str = ""
    first: date | None = None
    last: date | None = None


class Finding(Struct, frozen=True):
    """One rule's answer about one place on one date.

    ``citation`` is the article as printed, empty for a house rule (``CB-...``), which never borrows one.
    ``also`` lists the other rules that say the same thing. ``waived`` says by what record and why the breach is accepted
    for now; the finding is an ``info`` then. ``standing`` is 0 for the strongest clauses: of rules that say the same,
    the strongest one leads.
    """

    rule: str
    check: str
    severity: Severity
    place: Place
    message: Message
    fix: Message
    citation: str = ""
    also: tuple[str, ...] = ()
    about: About = About()
    waived: Message | None = None
    standing: int = 0

    def sort_key(self) -> tuple[Place, int, str]:
        """Order findings as one reads: by place, then the gravest first, then by rule."""
        return (self.place, self.severity.rank, self.rule)


def merged(findings: list[Finding]) -> list[Finding]:
    """Join findings that say the same about the same place; the first one leads, the others go to ``also``."""
    leaders: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key = (finding.check, finding.place, finding.message.key, repr(finding.message.params))
        leader = leaders.get(key)
        leaders[key] = finding if leader is None else _joined(leader, finding)
    return sorted(leaders.values(), key=Finding.sort_key)


def _joined(one: Finding, other: Finding) -> Finding:
    before = (one.severity.rank, one.standing) <= (other.severity.rank, other.standing)
    lead, follow = (one, other) if before else (other, one)
    ids = dict.fromkeys((*lead.also, follow.rule, *follow.also))
    ids.pop(lead.rule, None)
    return replace(lead, also=tuple(ids))
