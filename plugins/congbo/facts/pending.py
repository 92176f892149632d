"""The clocks that run for an item which is not public yet: what whoever approves it should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from congbo.facts.clocks import day_of_event
from congbo.facts.corpus import Corpus
from congbo.facts.deadlines import PUBLISHED, deadline_of, event_of, special_speaks
from congbo.facts.due import Due
from congbo.facts.force import owes
from congbo.facts.limits import decided
from congbo.facts.matching import about_item, about_portal
from congbo.facts.severity import is_local
from congbo.item import Item, Reading
from congbo.policy import Policy
from congbo.policy.portals import Portal
from congbo.tree import Tree

DEADLINE = "deadline"


class Pending(Struct, frozen=True):
    """When an item has to be public, by which clause."""

    path: str
    clause: str
    due: Due


def pending(policy: Policy, tree: Tree, items: Iterable[Item], today: date) -> tuple[Pending, ...]:
    """Return the clocks of new items that their publication will stop, the nearest first; no history is asked for."""
    every = tuple(items)
    corpus = Corpus(policy, tuple(Reading(item.path, item) for item in every), frozenset(), today, tree)
    found = (one for item in every for one in _of(corpus, item))
    return tuple(sorted(found, key=lambda one: (one.due.due, one.path, one.clause)))


def _of(corpus: Corpus, item: Item) -> Iterator[Pending]:
    portal = corpus.portal_of(item)
    regulation = (portal.regulation_on(corpus.today) if portal else None) or ""
    if portal and regulation:
        yield from _clocks(corpus, item, portal, regulation)


def _clocks(corpus: Corpus, item: Item, portal: Portal, regulation: str) -> Iterator[Pending]:
    for clause, rule, selector in corpus.policy.rules(regulation):
        if rule.checked_by != DEADLINE or PUBLISHED not in rule.params.get("to", (PUBLISHED,)):
            continue
        if not about_portal(selector, portal) or not about_item(corpus, selector, item):
            continue
        event = event_of(corpus, item, rule)
        day = day_of_event(event) if event else corpus.today
        if event is None or not owes(corpus.policy, portal, corpus.policy.regulations[regulation], clause, day):
            continue
        local = decided(portal, clause.id, rule, day) if is_local(rule) else None
        found = deadline_of(corpus, item, rule, local)
        if found and found.due and found.stopped is None and not special_speaks(corpus, item, rule, portal):
            yield Pending(item.path, clause.id, found.due)
