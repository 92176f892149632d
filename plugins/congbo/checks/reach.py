"""Items that find each other by their permanent ids: translations, items named in fields, successors of the withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.scope import Reach
from congbo.item import Item
from congbo.policy import Policy

_FIELDS = ("items", "translation")  # types of fields whose values are ids


def id_name(id_: str) -> str:
    """Return the name under which the item of an id is found."""
    return f"id:{id_}"


def shows(_: Policy, item: Item) -> Iterator[str]:
    """Yield the item's own id."""
    yield id_name(item.id)


def asks(policy: Policy, item: Item) -> Iterator[str]:
    """Yield the ids that an item names."""
    if item.translation:
        yield id_name(item.translation)
    if item.withdrawal and item.withdrawal.successor:
        yield id_name(item.withdrawal.successor)
    for name, value in item.fields.items():
        if policy.types.fields[name].type in _FIELDS:
            yield from (id_name(str(one)) for one in (value if isinstance(value, tuple) else (value,)))


BY_ID = Reach(shows, asks)
