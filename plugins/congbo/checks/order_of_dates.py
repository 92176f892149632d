"""Order of dates (CB-8).

What it checks: the order that a content type declares (`not_before` in policies/types.yml): not in force before issued, not
answered before received, not accepted before approved; that what happened (`happened`) did not happen after today, nor
something imported; and that no field stands without those that it needs (`needs`): no result before an acceptance.
Why: a date in the wrong order makes every clock that starts there wrong.
How to fix: correct the date that was mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from congbo.checks.house import house_finding
from congbo.dates import day_of
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.item import Item

RULE = "CB-8"
CHECK = "order_of_dates"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each date that lies before the one it must follow, and for what stands before its time."""
    for item in corpus.items:
        yield from _order(corpus, item)
        yield from _future(corpus, item)
        yield from _needs(corpus, item)


def _order(corpus: Corpus, item: Item) -> Iterator[Finding]:
    table = corpus.policy.types
    for later, earlier in table.types[item.type].not_before.items():
        one, other = item.fields.get(later), item.fields.get(earlier)
        if isinstance(one, date) and isinstance(other, date) and _before(one, other):
            yield house_finding(
                RULE, CHECK, item.place(table.key_of(later)), "order_of_dates",
                later=table.fields[later].name, earlier=table.fields[earlier].name, one=one, other=other,
            )  # fmt: skip


def _before(one: date, other: date) -> bool:
    """Moments are compared as such; a day and a moment by their days."""
    both_moments = isinstance(one, datetime) and isinstance(other, datetime)
    return one < other if both_moments else day_of(one) < day_of(other)


def _future(corpus: Corpus, item: Item) -> Iterator[Finding]:
    if item.imported and day_of(item.imported.published) > corpus.today:
        words = {"day": item.imported.published}
        yield house_finding(RULE, CHECK, item.place("imported"), "order_of_dates.imported", **words)
    for name, value in item.fields.items():
        field = corpus.policy.types.fields[name]
        if field.happened and isinstance(value, date) and day_of(value) > corpus.today:
            key = corpus.policy.types.key_of(name)
            yield house_finding(
                RULE, CHECK, item.place(key), "order_of_dates.future", label=field.name, day=value, key=key
            )


def _needs(corpus: Corpus, item: Item) -> Iterator[Finding]:
    table = corpus.policy.types
    for name, needed in table.types[item.type].needs.items():
        for other in needed if name in item.fields else ():
            if other not in item.fields:
                yield house_finding(
                    RULE, CHECK, item.place(table.key_of(name)), "order_of_dates.needs",
                    label=table.label(name), other=table.label(other), key=table.key_of(other),
                )  # fmt: skip
