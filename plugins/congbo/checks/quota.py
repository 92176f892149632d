"""Quotas.

What it checks: that each unit which owes the portal news supplied as much as the clause asks in the last week that has ended,
counted by submission; what was published stands beside it. News and articles count together or apart, as printed.
Why: a portal lives on what its units send; the regulations give each of them a number.
How to fix: a week that is short stays short. Ask the unit for this week's items, or record why the week is excused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

from congbo.checks.ruled import Ruled
from congbo.dates import day_of
from congbo.facts.corpus import Corpus
from congbo.facts.force import owes
from congbo.facts.named import value_of
from congbo.facts.quotas import COUNTED, Count, Quota, days_off, quotas, week_before
from congbo.finding import About, Finding, Severity
from congbo.item import Item
from congbo.message import Message, say


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a warning for each unit and line of the quota that was short in the last week that has ended."""
    first, last = week_before(corpus.today)
    if not all(owes(corpus.policy, ruled.portal, ruled.regulation, ruled.clause, day) for day in (first, last)):
        return
    for quota in quotas(corpus, ruled.portal, ruled.rule, first, last):
        for count in quota.counts:
            if not count.met:
                yield _finding(corpus, ruled, quota, count)


def sees(corpus: Corpus, _: Ruled, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the item's unit if the item was submitted or published in the week that is judged."""
    moments = (value_of(corpus, item, fact) for fact in COUNTED)
    first, last = week_before(corpus.today)
    if any(isinstance(moment, date) and first <= day_of(moment) <= last for moment in moments):
        yield str(item.fields.get("don_vi", "")), ""


def group_of(_: Ruled, finding: Finding) -> str:
    """Return the unit that a finding is about."""
    return finding.about.unit


def enough(_: Ruled) -> int:
    """Return that every item counts."""
    return sys.maxsize


def _finding(corpus: Corpus, ruled: Ruled, quota: Quota, count: Count) -> Finding:
    words = {
        "unit": quota.unit.name,
        "first": quota.first,
        "last": quota.last,
        "what": _what(corpus, count),
        "found": count.found,
        "wanted": f"{count.wanted:02d}",
        "published": count.published,
        "id": quota.unit.id,
    }
    about = About(unit=quota.unit.id, first=quota.first, last=quota.last)
    severity = ruled.at_most(Severity.WARNING)
    said = _with_days_off(corpus, quota, say("quota", **words))
    return ruled.finding(quota.unit.place, said, say("quota.fix", **words), severity, about)


def _what(corpus: Corpus, count: Count) -> list[object]:
    """Return the kinds that the line counts, by the names that the vocabularies print."""
    wanted = (
        (field, value)
        for field, values in count.where.items()
        for value in (values if isinstance(values, tuple) else (values,))
    )
    return [_named(corpus, field, str(value)) for field, value in wanted]


def _named(corpus: Corpus, field: str, value: str) -> object:
    known = corpus.policy.types.fields.get(field)
    vocabulary = corpus.policy.vocabularies.get(known.vocabulary) if known else None
    term = vocabulary.get(value) if vocabulary else None
    return term.name if term else value


def _with_days_off(corpus: Corpus, quota: Quota, said: Message) -> Message:
    """Name the days of the week on which offices were closed: a reason to excuse it, which people decide."""
    days = [say("quota.day_off", day=one.date, note=one.note) for one in days_off(corpus, quota.first, quota.last)]
    return say("quota.days_off", said=said, days=days) if days else said
