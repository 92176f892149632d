"""What the page of one item says before its text."""

from __future__ import annotations

from congbo.item import Item
from congbo.site.ceased_facts import forerunners_of, unit_ceased
from congbo.site.drift_facts import drift
from congbo.site.index import Index
from congbo.site.views import Cautions

_NONE = Cautions()


def cautions(index: Index, item: Item) -> Cautions | None:
    """Return what a reader has to know first; None if there is nothing."""
    found = Cautions(unit_ceased(index, item), forerunners_of(index, item), drift(index, item))
    return found if found != _NONE else None
