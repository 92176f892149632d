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
from congbo.policy import Policy
from congbo.text.fold import fold

RULE = "CB-12"
CHECK = "duplicate_key"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for the later (by path) of two items with one true key."""
    seen: dict[tuple[str, ...], Item] = {}
    for item in corpus.items:
        key = _key(corpus.policy, item)
        first = seen.setdefault(key, item) if key else item
        if first is not item:
            names = corpus.policy.types.types[item.type].unique
            labels = [corpus.policy.types.label(name) for name in names]
            place = item.place(corpus.policy.types.key_of(names[0]))
            yield house_finding(RULE, CHECK, place, "duplicate_key", labels=labels, first=first.path)


def shows(policy: Policy, item: Item) -> Iterator[str]:
    """Yield the item's true key: items with one key find each other by it."""
    key = _key(policy, item)
    if key:
        yield f"key:{key!r}"


def _key(policy: Policy, item: Item) -> tuple[str, ...] | None:
    names = policy.types.types[item.type].unique
    if not names or any(name not in item.fields for name in names):
        return None
    return (item.portal, item.lang, item.type, *(_compared(item.fields[name]) for name in names))


def _compared(value: Value) -> str:
    """Return a value as it is compared: accents, capitals and spaces do not make another key."""
    return " ".join(fold(value.text if isinstance(value, Period) else str(value)).split())
