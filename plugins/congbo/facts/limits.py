"""The limit that a rule sets: the text's own figure, or the one that the portal decided where the text gives none."""

from __future__ import annotations

from datetime import date

from congbo.facts.clocks import Limit
from congbo.facts.local import local_of
from congbo.policy.portals import Local, Portal
from congbo.policy.rule import Rule
from congbo.policy.span import WRITTEN_IN, month_day, span

__all__ = ["WRITTEN_IN", "decided", "limit_of", "suggested"]


def limit_of(rule: Rule, local: Local | None = None) -> Limit | None:
    """Return a rule's limit; ``local`` is the portal's decision. None where neither gives one, or a field gives the day."""
    written = rule.params.get(WRITTEN_IN[rule.name])
    decided = getattr(local, WRITTEN_IN[rule.name]) if local else None
    return span(written) or month_day(rule.params.get("by")) or span(decided)


def suggested(rule: Rule) -> Limit | None:
    """Return the figure that the rule suggests to a portal which has not decided."""
    return span(rule.suggest)


def decided(portal: Portal, clause: str, rule: Rule, on: date) -> Local | None:
    """Return the portal's decision that gives the rule its limit on a day, or None."""
    local = local_of(portal, clause, on)
    return local if local and getattr(local, WRITTEN_IN[rule.name]) is not None else None
