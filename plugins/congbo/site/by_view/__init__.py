"""What each view says of its own, written down. A view that is not here says what all of them say."""

from __future__ import annotations

from collections.abc import Mapping

from congbo.site.by_view import (
    asking,
    bids,
    calls,
    charts,
    document,
    genres,
    grouped,
    maps,
    page,
    question,
    registers,
    schedule,
    statistics,
)
from congbo.site.by_view.view import View

_REGISTERS = ("organisation", "link", "information")

BY_VIEW: Mapping[str, View] = {
    "document": View(page=document.page, front=document.front),
    "consultation": View(page=calls.page, line=calls.call, front=calls.front),
    "forum": View(page=calls.page, line=calls.call, front=calls.front),
    "news": View(page=genres.genre, line=genres.label, related=True),
    "page": View(page=page.special, front=registers.whole, by_month=False),
    "statement": View(page=genres.genre),
    "question": View(page=question.clock, front=asking.front),
    "schedule": View(
        page=schedule.appointment, line=schedule.line, front=schedule.front, by_month=False, months=schedule.months
    ),
    "statistics": View(page=statistics.statistics),
    "service": View(front=registers.by_field, by_month=False),
    **{name: View(front=registers.whole, by_month=False) for name in _REGISTERS},
    "chart": View(page=charts.tree_of, front=registers.whole, by_month=False),
    "decision": View(front=grouped.by_type),
    "person": View(front=grouped.people, by_month=False),
    "plan": View(front=grouped.by_period, by_month=False),
    "project": View(page=bids.bid, line=bids.bid, front=grouped.by_state, by_month=False),
    "science": View(front=grouped.by_level, by_month=False),
    "map": View(page=maps.map_of, front=registers.whole, by_month=False),
}
_ORDINARY = View()


def view_named(name: str) -> View:
    """Return what a view says of its own."""
    return BY_VIEW.get(name, _ORDINARY)
