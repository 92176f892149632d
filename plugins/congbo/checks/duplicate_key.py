"""True keys (CB-12).

What it checks: that no two items of a portal, a type and a language agree in all fields that tell such items apart (`unique`
in policies/types.yml): the code of a question or a topic, the indicator and period of a figure, the number and day of a
gazette.
Why: the same thing entered twice is counted twice, answered twice, and corrected once.
How to fix: keep one of the two items, or correct the field that was mistyped.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.item import Item, Period
from congbo.item.model import Value
from congbo.text.fold import fold

RULE = "CB-12"
CHECK = "duplicate_key"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for the later (by path) of two items with one true key."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in corpus.items:
        names = corpus.policy.types.types[item.type].unique
        if not names or any(name not in item.fields for name in names):
            continue
        key = (item.portal, item.lang, item.type, *(_compared(item.fields[name]) for name in names))
        first = seen.setdefault(key, item)
        if first is not item:
            labels = [corpus.policy.types.label(name) for name in names]
            place = item.place(corpus.policy.types.key_of(names[0]))
            yield house_finding(RULE, CHECK, place, "duplicate_key", labels=labels, first=first.path)


def _compared(value: Value) -> str:
    """Return a value as it is compared: accents, capitals and spaces do not make another key."""
    return " ".join(fold(value.text if isinstance(value, Period) else str(value)).split())
