"""House rules: storage and safety rules of our own, which never borrow an article."""

from __future__ import annotations

from congbo.finding import Finding, Severity
from congbo.message import Message, say
from congbo.place import Place


def house_finding(
    rule: str, check: str, place: Place, key: str, severity: Severity = Severity.ERROR, /, **params: object
) -> Finding:
    """Return a finding of a house rule; its cure is the locale key ``<key>.fix``."""
    return Finding(rule, check, severity, place, say(key, **params), say(f"{key}.fix", **params))


def with_fix(rule: str, check: str, place: Place, message: Message, fix: Message) -> Finding:
    """Return an error of a house rule whose sentences were found elsewhere."""
    return Finding(rule, check, Severity.ERROR, place, message, fix)
