"""Hosts outside the portals: reviewed by a board, or refused (``policies/hosts.yml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from congbo.errors import refuse
from congbo.message import Texts
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import day, flag, ident, listed, may, need, one_of, record, text, texts
from congbo.strict import Node
from congbo.text.hosts import HOST


@dataclass(frozen=True)
class Host(Keyed):
    """What a board decided about links to a host: who, when, until when, and why.

    ``below``: it counts for every host under it too (a refused host always does). Empty ``portals`` mean all.
    """

    host: str
    name: Texts
    verdict: str
    by: str
    on: date
    place: Place
    until: date | None = None
    below: bool = False
    portals: tuple[str, ...] = ()
    reason: Texts | None = None
    places: Mapping[str, Place] = no_places()

    @property
    def refused(self) -> bool:
        """Tell whether links to the host are refused."""
        return self.verdict == "refused"

    def covers(self, host: str, portal: str, on: date) -> bool:
        """Tell whether the decision is about a portal's link to ``host`` on a day."""
        lasts = self.on <= on and (self.until is None or on <= self.until)
        under = (self.below or self.refused) and host.endswith(f".{self.host}")
        return lasts and (host == self.host or under) and (not self.portals or portal in self.portals)


def host_name(node: Node) -> str:
    """Read a host: small ASCII letters, digits and hyphens between dots; a name with marks in its ``xn--`` form."""
    found = text(node)
    if not HOST.fullmatch(found):
        raise refuse("policy.not_a_host", node.place, value=found)
    return found


read_host = record(
    Host,
    {
        "host": need(host_name),
        "name": need(texts),
        "verdict": need(one_of("reviewed", "refused")),
        "by": need(ident),
        "on": need(day),
        "until": may(day),
        "below": may(flag),
        "portals": may(listed(ident)),
        "reason": may(texts),
    },
)
