"""Private data where no article speaks (CB-14).

What it checks: personal data, passwords and keys, and marks of secrecy in the items that no clause of the portal's regulation
has scanned: the regulation is silent, or was not yet in force.
Why: an identity number does the same harm on every portal, and git keeps what was once committed; the private data of those
who ask and petition never enter the repository.
How to fix: take the passage out; an official telephone number belongs in its field.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.ruled import Ruled, ruled
from congbo.checks.scan import told
from congbo.facts.corpus import Corpus
from congbo.facts.exposed import exposed
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.message import say

RULE = "CB-14"
CHECK = "private_data"
DETECTORS = ("personal_data", "credentials", "secret_marks")


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each find that no rule of a regulation tells."""
    scans: list[Ruled] | None = None
    for item in corpus.items:
        for one in exposed(corpus, item):
            if one.detector in DETECTORS:
                scans = _scans(corpus) if scans is None else scans
                if not _told(corpus, scans, item, one.detector):
                    fix = say(f"scan.{one.detector}.fix")
                    yield Finding(RULE, CHECK, Severity.ERROR, one.place, told(one), fix)


def _scans(corpus: Corpus) -> list[Ruled]:
    return [one for one in ruled(corpus) if one.rule.checked_by == "scan" and not one.rule.planned]


def _told(corpus: Corpus, scans: list[Ruled], item: Item, detector: str) -> bool:
    mine = (one for one in scans if one.portal.id == item.portal and detector in one.rule.params["finds"])
    return any(one.judges(corpus, item) for one in mine)
