"""Units with their validity; an id is never used again for another unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from congbo.place import Place
from congbo.policy.shape import day, flag, ident, listed, may, need, record, text


@dataclass(frozen=True)
class Unit:
    """A body or a part of one. ``supplies``: it owes the portal news; ``contact``: who sends it (role title)."""

    id: str
    name: str
    type: str
    place: Place
    tier: str = ""
    from_: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    basis: str = ""
    supplies: bool = False
    contact: str = ""


read_unit = record(
    Unit,
    {
        "id": need(ident),
        "name": need(text),
        "type": need(ident),
        "tier": may(ident),
        "from": may(day, "from_"),
        "until": may(day),
        "successors": may(listed(ident)),
        "basis": may(text),
        "supplies": may(flag),
        "contact": may(text),
    },
)
