"""Where faults of a portal's machines are told (CB-26).

What it checks: that somebody looked at the address within the last year.
Why: an address that nobody reads is worse than none: whoever found a fault waits for an answer (RFC 9116, 2.5.5).
How to fix: write to the address, see that it arrives, and write the day of today as ``reviewed``.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, Severity
from congbo.policy import Policy

RULE = "CB-26"
CHECK = "security"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a warning for each portal whose address was last looked at too long ago."""
    for portal in corpus.policy.portals.values():
        said = portal.security
        if said and said.until <= corpus.today:
            words = {"portal": portal.id, "contact": said.contact, "reviewed": said.reviewed, "until": said.until}
            yield house_finding(RULE, CHECK, said.place, "security.passed", Severity.WARNING, **words)


def asks(_: Policy) -> Iterator[str]:
    """Yield nothing: no item has a say here."""
    return iter(())
