"""Units with their validity; an id is never used again for another unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from congbo.place import Place
from congbo.policy.hosts import host_name
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import day, flag, ident, listed, may, need, one_of, record, table, text


@dataclass(frozen=True)
class Unit(Keyed):
    """A body or a part of one. ``supplies``: it owes the portal news; ``contact``: who sends it (role title).

    ``locality`` is the place that it governs, ``abbreviations`` the short names beside its initials, both as
    addresses use them. ``seat`` is the place that its papers are dated at, ``foreign`` the name in a portal's other
    languages. ``hosts`` are its own addresses outside the system of portals.
    """

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
    seat: str = ""
    foreign: Mapping[str, str] = field(default_factory=dict)
    locality: str = ""
    abbreviations: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    places: Mapping[str, Place] = no_places()

    def name_in(self, lang: str) -> str:
        """Return the name in a language; in Vietnamese where the unit has no other."""
        return self.foreign.get(lang, self.name)


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
        "seat": may(text),
        "foreign": may(table(text, one_of("en", "zh"))),
        "locality": may(text),
        "abbreviations": may(listed(text)),
        "hosts": may(listed(host_name)),
    },
)
