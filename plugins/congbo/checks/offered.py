"""Offers to a main portal (CB-27).

What it checks: that an item which is offered to the main portal (`gui_cong_chinh: true`) belongs to a component portal.
Why: a portal that is nobody's component has nobody to offer it to, and its board would wait in vain.
How to fix: delete the line, or move the item to the component portal that offers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.gathering import offered
from congbo.finding import Finding
from congbo.item.model import OFFERED

RULE = "CB-27"
CHECK = "offered"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield an error for an item that is offered to a portal that is not there."""
    for item in corpus.items:
        portal = corpus.policy.portals.get(item.portal)
        if offered(item) and portal and not portal.parent:
            yield house_finding(RULE, CHECK, item.place(OFFERED), "offered.nobody", portal=portal.id)
