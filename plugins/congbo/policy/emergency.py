"""A portal's own rule for emergencies: whose signature alone publishes, and by when the others follow. Off unless written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from congbo.dates import holds
from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import day, flag, ident, integer, may, maybe, need, one_of, record, table, text
from congbo.strict import Node


@dataclass(frozen=True)
class Emergency(Keyed):
    """``role`` signs first, the others ``within`` hours after; ``author``: its holder may have written the change."""

    role: str
    within: Mapping[str, int]
    decided_by: str
    decision: str
    place: Place
    author: bool = False
    from_: date | None = None
    until: date | None = None
    places: Mapping[str, Place] = no_places()

    @property
    def term(self) -> timedelta:
        """Return how long the other signatures may take."""
        return timedelta(hours=self.within["hours"])

    def holds_on(self, on: date) -> bool:
        """Tell whether the rule stands on a day."""
        return holds(self.from_, self.until, on)


def _hours(node: Node) -> int:
    number = integer(node)
    if not number:
        raise refuse("policy.no_hours", node.place)
    return number


def _within(node: Node) -> Mapping[str, int]:
    found = table(_hours, one_of("hours"))(node)
    if not found:
        raise refuse("policy.no_hours", node.place)
    return found


read_emergency = record(
    Emergency,
    {
        "role": need(ident),
        "within": need(_within),
        "decided_by": need(ident),
        "decision": need(text),
        "author": may(flag),
        "from": may(day, "from_"),
        "until": may(maybe(day)),
    },
)
