"""Waivers (CB-15).

What it checks: that the item or file which a waiver names is there, the file with exactly the bytes that were looked at, and
that the waiver has not run out.
Why: a waiver of nothing gives false comfort, and a file that was changed after the decision is another file.
How to fix: decide again about the new file and write its SHA-256, correct the name, or write a new waiver with a new term.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks import private_data
from congbo.checks.house import house_finding
from congbo.checks.reach import id_name
from congbo.facts.corpus import Corpus
from congbo.facts.waivers import sha256_of
from congbo.finding import Finding, Severity
from congbo.policy import Policy
from congbo.policy.records import Record
from congbo.policy.waivers import WAIVER, is_house_rule, scope_of

RULE = "CB-15"
CHECK = "waiver"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a warning for each waiver of nothing, and a note for each that has run out."""
    for waiver in corpus.policy.records_of(WAIVER):
        key, severity = _state(corpus, waiver)
        if key:
            scope = scope_of(waiver)
            words = {
                "id": waiver.id,
                "clause": waiver.values["clause"],
                "target": scope.target,
                "until": scope.until or "",
            }
            yield house_finding(RULE, CHECK, waiver.at("on"), key, severity, **words)


def asks(policy: Policy) -> Iterator[str]:
    """Yield the names of the items that waivers are for."""
    scopes = (scope_of(waiver) for waiver in policy.records_of(WAIVER))
    return (id_name(scope.target) for scope in scopes if scope.kind == "item")


def _state(corpus: Corpus, waiver: Record) -> tuple[str, Severity]:
    scope = scope_of(waiver)
    if is_house_rule(str(waiver.values["clause"])) and waiver.values["clause"] != private_data.RULE:
        return "waiver.house_rule", Severity.WARNING
    if scope.until and scope.until < corpus.today:
        return "waiver.expired", Severity.INFO
    # A part of the repository cannot tell what lies elsewhere in it.
    if scope.kind == "item" and scope.target not in corpus.by_id and not corpus.elsewhere:
        return "waiver.no_item", Severity.WARNING
    if scope.kind == "file" and not corpus.tree.has(scope.target):
        return "waiver.no_file", Severity.WARNING
    if scope.kind == "file" and sha256_of(corpus, scope.target) != scope.sha256:
        return "waiver.other_bytes", Severity.WARNING
    return "", Severity.INFO
