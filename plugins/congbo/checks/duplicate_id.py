"""Permanent ids (CB-5).

What it checks: that no two items have the same `id`, in any portal of the repository.
Why: approvals, receipts, redirects and the archive name an item by its id for decades.
How to fix: give the newer item an id that was never used.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.item import Item

RULE = "CB-5"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for the later (by path) of two items with one id."""
    seen: dict[str, Item] = {}
    for item in corpus.items:
        first = seen.setdefault(item.id, item)
        if first is not item:
            yield house_finding(RULE, "duplicate_id", item.place("id"), "duplicate_id", id=item.id, first=first.path)
