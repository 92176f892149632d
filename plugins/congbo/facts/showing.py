"""When an item stops being shown."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from congbo.dates import day_of, start_of
from congbo.item import Item
from congbo.policy import Policy


def ends(policy: Policy, item: Item) -> datetime | None:
    """Return the first moment at which an item is no longer shown: what it says itself, or the end of its last day.

    The last day is the date that the item's type names (``shown_until``), such as the end of an advertisement. None: never.
    """
    last = item.fields.get(policy.types.types[item.type].shown_until)
    moments = [item.expires_at, start_of(day_of(last) + timedelta(days=1)) if isinstance(last, date) else None]
    return min((moment for moment in moments if moment), default=None)
