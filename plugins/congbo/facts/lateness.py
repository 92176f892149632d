"""Items that were first seen live after a regulation's deadline for posting them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congbo.facts.clocks import day_of_event
from congbo.facts.conditions import about_portal
from congbo.facts.corpus import Corpus
from congbo.facts.deadlines import PUBLISHED, Deadline, deadline_of, event_of, special_speaks
from congbo.facts.force import owes
from congbo.facts.limits import decided
from congbo.facts.matching import about_item
from congbo.facts.severity import is_local
from congbo.item import Item
from congbo.policy.clauses import Clause

DEADLINE = "deadline"


def late(corpus: Corpus, item: Item, seen: datetime) -> Iterator[tuple[Clause, Deadline]]:
    """Yield each clause whose time for posting the item had run out when it was first seen live."""
    for clause, found in posting_deadlines(corpus, item):
        if found.due is not None and seen >= found.due.due:
            yield clause, found


def posting_deadlines(corpus: Corpus, item: Item) -> Iterator[tuple[Clause, Deadline]]:
    """Yield the clocks of an item that its being posted stops, by the regulation of its portal."""
    portal = corpus.portal_of(item)
    prefix = portal.regulation_on(corpus.judged_on(item)) if portal else None
    if portal is None or prefix is None:
        return
    for clause, rule, selector in corpus.policy.rules(prefix):
        if rule.name != DEADLINE or rule.planned or PUBLISHED not in rule.params.get("to", (PUBLISHED,)):
            continue
        event = (
            event_of(corpus, item, rule)
            if about_portal(selector, portal) and about_item(corpus, selector, item)
            else None
        )
        if event is None or not owes(
            corpus.policy, portal, corpus.policy.regulations[prefix], clause, day_of_event(event)
        ):
            continue
        local = decided(portal, clause.id, rule, day_of_event(event)) if is_local(rule) else None
        found = deadline_of(corpus, item, rule, local)
        if found and not special_speaks(corpus, item, rule, portal):
            yield clause, found
