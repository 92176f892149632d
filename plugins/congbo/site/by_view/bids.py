"""Calls for bids among projects: open or over, by their last day."""

from __future__ import annotations

from typing import Final

from congbo.facts.consulting import Stage
from congbo.item import Item
from congbo.site.by_view.calls import call
from congbo.site.index import Index
from congbo.site.views import Call

# The parts of a front in reading order: what may be answered now comes first.
_ORDER: Final = tuple(map(str, (Stage.OPEN, Stage.TO_COME, Stage.CLOSED, Stage.TOLD)))


def bid(index: Index, item: Item) -> Call | None:
    """Return how far a call for bids has come; None for a project, which has no last day."""
    return call(index, item, "bid")


def place(one: Call) -> int:
    """Return where the calls of a stage stand among each other."""
    return _ORDER.index(one.stage)
