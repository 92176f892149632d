"""The questions that a reviewer answers before an item is approved: a pure function of the policies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct

from congbo.facts.cited import cited
from congbo.facts.matching import about_portal
from congbo.message import Texts
from congbo.policy import Policy
from congbo.policy.portals import Portal

CHECK = "checklist"


class Question(Struct, frozen=True):
    """One line of the checklist, what to look at, and the clauses (id, citation as printed) that ask it."""

    line: str
    asks: Texts
    look: Texts
    clauses: tuple[str, ...]
    citations: tuple[str, ...]


def questions(policy: Policy, portal: Portal, types: Collection[str], on: date | None = None) -> tuple[Question, ...]:
    """Return what the portal's regulation asks about items of these types, in the order of ``checklist.yml``.

    ``on`` is the day of the review; without it the regulation that the portal followed last counts.
    """
    asked: dict[str, dict[str, str]] = defaultdict(dict)
    for line, clause, citation in _asked(policy, portal, types, on):
        asked[line][clause] = citation
    return tuple(
        Question(line.id, line.asks, line.look, tuple(asked[line.id]), tuple(asked[line.id].values()))
        for line in policy.checklist.values()
        if line.id in asked
    )


def _asked(policy: Policy, portal: Portal, types: Collection[str], on: date | None) -> Iterator[tuple[str, str, str]]:
    prefix = portal.regulation_on(on) if on else max(portal.follows, key=lambda one: one.from_).regulation
    if prefix is None or not types:
        return
    for clause, rule, selector in policy.rules(prefix):
        concerned = not selector.types or bool(set(selector.types) & set(types))
        if rule.name == CHECK and concerned and about_portal(selector, portal):
            for line in rule.params["lines"]:
                yield line, clause.id, cited(policy.regulations[prefix], clause)
