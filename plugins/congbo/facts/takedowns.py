"""What one named role has decided at once: items taken down, releases stopped, banners; all of them records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from congbo.dates import start_of
from congbo.item import Item
from congbo.policy import Policy
from congbo.policy.at_once import BANNER, STOPPED, TAKEN_DOWN, UNTIL
from congbo.policy.records import Record

ITEM: Final = "muc"
FROM: Final = "tu_luc"


def takedown_of(policy: Policy, item: Item, moment: datetime) -> Record | None:
    """Return the record that takes an item down at a moment: its own, or that of the original that it translates."""
    return _about(policy, TAKEN_DOWN, item, moment)


def stop_of(policy: Policy, item: Item, moment: datetime) -> Record | None:
    """Return the record that stops the release of a scheduled item."""
    return _about(policy, STOPPED, item, moment)


def banners(policy: Policy, portal: str, moment: datetime) -> tuple[Record, ...]:
    """Return the emergency banners of a portal at a moment, the latest first."""
    found = [one for one in policy.records_of(BANNER, portal) if in_force(one, moment)]
    return tuple(sorted(found, key=lambda one: (begins(one), one.id), reverse=True))


def in_force(record: Record, moment: datetime) -> bool:
    """Tell whether a decision holds at a moment; without an end until another decision is made."""
    end = _moment(record, UNTIL)
    begun = _moment(record, FROM)
    return begun is not None and begun <= moment and (end is None or moment < end)


def begins(record: Record) -> datetime:
    """Return when a decision begins to hold."""
    found = _moment(record, FROM)
    assert found is not None, "policies/types.yml requires it"  # noqa: S101
    return found


def bounds(record: Record) -> tuple[datetime, ...]:
    """Return the moments between which a decision holds, as far as they are known."""
    return tuple(moment for moment in (_moment(record, FROM), _moment(record, UNTIL)) if moment)


def named_ids(policy: Policy) -> frozenset[str]:
    """Return the ids of the items that were ever taken down at once, or whose release was stopped."""
    records = (*policy.records_of(TAKEN_DOWN), *policy.records_of(STOPPED))
    return frozenset(str(one.values[ITEM]) for one in records if ITEM in one.values)


def about(policy: Policy, item: Item) -> tuple[Record, ...]:
    """Return the decisions, of whatever moment, by which an item was taken down or its release stopped."""
    return (*_of(policy, TAKEN_DOWN, item), *_of(policy, STOPPED, item))


def _about(policy: Policy, type_: str, item: Item, moment: datetime) -> Record | None:
    found = (one for one in _of(policy, type_, item) if in_force(one, moment))
    return max(found, key=lambda one: (begins(one), one.id), default=None)


def _of(policy: Policy, type_: str, item: Item) -> Iterator[Record]:
    named = {item.id, item.translation} - {""}
    return (one for one in policy.records_of(type_, item.portal) if one.values.get(ITEM) in named)


def _moment(record: Record, name: str) -> datetime | None:
    value = record.values.get(name)
    return value if isinstance(value, datetime) else start_of(value) if isinstance(value, date) else None
