"""Waivers at work: what a record accepts for a time is still found and counted, but no longer refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from congbo.dates import holds
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, Severity
from congbo.frozen import replace
from congbo.item import Item
from congbo.message import Message, say
from congbo.policy.records import Record
from congbo.policy.waivers import WAIVER, is_house_rule, scope_of
from congbo.typed.values import Scope

# What no waiver touches: the steps of a procedure have a procedure of their own for emergencies.
NEVER = ("step",)
# What is let through for one file with exactly the bytes that somebody looked at, and in no other way.
BY_BYTES = ("scan", "private_data")


def apply(corpus: Corpus, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings; a waived one keeps its rule, becomes ``info`` and says which record waives it and why.

    A finding that speaks for several rules is waived only if each of them is.
    """
    by_clause: dict[str, list[Record]] = {}
    for record in corpus.policy.records_of(WAIVER):
        if record.day is None or record.day <= corpus.today:
            by_clause.setdefault(str(record.values["clause"]), []).append(record)
    return [_judged(corpus, by_clause, finding) for finding in findings]


def _judged(corpus: Corpus, by_clause: dict[str, list[Record]], finding: Finding) -> Finding:
    if finding.check in NEVER or finding.rule not in by_clause:
        return finding
    for rule in (finding.rule, *finding.also):
        found = next((one for one in by_clause.get(rule, ()) if _about(corpus, one, finding)), None)
        if found is None:
            return finding
    record = next(one for one in by_clause[finding.rule] if _about(corpus, one, finding))
    return replace(finding, severity=Severity.INFO, waived=_why(record))


def _about(corpus: Corpus, waiver: Record, finding: Finding) -> bool:
    scope = scope_of(waiver)
    return (
        waiver.portal == _portal(finding)
        and (scope.kind == "file" if finding.check in BY_BYTES else not is_house_rule(finding.rule))
        and _in_term(scope, finding, corpus.today)
        and _hits(corpus, scope, finding)
    )


def _in_term(scope: Scope, finding: Finding, today: date) -> bool:
    """The whole period that was judged lies in the waiver's term; where a state was judged, today does."""
    first = finding.about.first or today
    last = finding.about.last or first
    return holds(scope.from_, scope.until, first) and holds(scope.from_, scope.until, last)


def _hits(corpus: Corpus, scope: Scope, finding: Finding) -> bool:
    if scope.kind == "file":
        return finding.place.path == scope.target and sha256_of(corpus, scope.target) == scope.sha256
    item = _item(corpus, finding)
    if scope.kind == "item":
        return item is not None and item.id == scope.target
    if scope.kind == "unit":
        return scope.target == (finding.about.unit or (item.fields.get("don_vi") if item else None))
    return True


def sha256_of(corpus: Corpus, path: str) -> str:
    """Return the SHA-256 of a file of the repository, empty if there is no such file."""
    return hashlib.sha256(corpus.tree.read(path)).hexdigest() if corpus.tree.has(path) else ""


def _portal(finding: Finding) -> str:
    parts = finding.place.path.split("/")
    return finding.about.portal or (parts[1] if parts[0] == "content" else "")


def _item(corpus: Corpus, finding: Finding) -> Item | None:
    """The item that a finding is about: its own file, or a file in its folder."""
    path = finding.place.path
    return corpus.by_path.get(path) or corpus.by_path.get(f"{path.rpartition('/')[0]}.md")


def _why(record: Record) -> Message:
    scope = scope_of(record)
    key = "waiver.applied" if scope.until else "waiver.applied_to_bytes"
    return say(key, id=record.id, reason=record.values["reason"], until=scope.until or "")
