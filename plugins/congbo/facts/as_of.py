"""The day on which what an item names must exist, field by field."""

from __future__ import annotations

from datetime import date

from congbo.dates import day_of
from congbo.facts.corpus import Corpus
from congbo.item import Item


def day_for(corpus: Corpus, item: Item, field: str) -> date:
    """Return the day of a field: the date that the item's type names for it (``as_of``), else the day that judges the item.

    A document posted years later still names the body that issued it then.
    """
    named = item.fields.get(corpus.policy.types.types[item.type].as_of.get(field, ""))
    return day_of(named) if isinstance(named, date) else corpus.judged_on(item)
