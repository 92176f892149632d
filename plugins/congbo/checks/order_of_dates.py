"""Order of dates (CB-8).

What it checks: the order that a content type declares (`not_before` in policies/types.yml): not in force before issued, not
answered before received, not accepted before approved; and that nothing imported was published after today.
Why: a date in the wrong order makes every clock that starts there wrong.
How to fix: correct the date that was mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.checks.house import house_finding
from congbo.dates import day_of
from congbo.facts.corpus import Corpus
from congbo.finding import Finding

RULE = "CB-8"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each date that lies before the one it must follow."""
    table = corpus.policy.types
    for item in corpus.items:
        if item.imported and day_of(item.imported.published) > corpus.today:
            yield house_finding(
                RULE, "order_of_dates", item.place("imported"), "order_of_dates.imported", day=item.imported.published
            )
        for later, earlier in table.types[item.type].not_before.items():
            one, other = item.fields.get(later), item.fields.get(earlier)
            if isinstance(one, date) and isinstance(other, date) and one < other:
                yield house_finding(
                    RULE, "order_of_dates", item.place(table.key_of(later)), "order_of_dates",
                    later=table.fields[later].name, earlier=table.fields[earlier].name, one=one, other=other,
                )  # fmt: skip
