"""Who holds which role of a portal's board, from when until when, and what was delegated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import day, ident, listed, may, maybe, need, record, text


@dataclass(frozen=True)
class Established(Keyed):
    """The decision that set the board up."""

    by: str
    document: str
    date: date
    place: Place
    proposed_by: str = ""
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Holder(Keyed):
    """A person in a role for a term. ``person`` is what the public sees; demonstration data give a role title.

    ``principal``: who the human being is (``policies/keys/people.yml``), where that is not the holder's own id.
    ``ended_by``: the decision by which the term ended.
    """

    id: str
    role: str
    person: str
    from_: date
    place: Place
    until: date | None = None
    position: str = ""
    decision: str = ""
    keys: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    unit: str = ""
    che_do: str = ""
    noi_cong_tac: str = ""
    van_bang: str = ""
    principal: str = ""
    ended_by: str = ""
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Delegation(Keyed):
    """Steps that one holder delegates to another (uỷ nhiệm), always with an end and a document."""

    id: str
    giver: str
    taker: str
    steps: tuple[str, ...]
    from_: date
    until: date
    document: str
    place: Place
    sections: tuple[str, ...] = ()
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Board(Keyed):
    """The board of one portal."""

    portal: str
    established: Established
    holders: tuple[Holder, ...]
    place: Place
    delegations: tuple[Delegation, ...] = ()
    groups: tuple[str, ...] = ()
    places: Mapping[str, Place] = no_places()


def person_of(holder: Holder) -> str:
    """Return the id of the human being who holds the role: two roles of one person are not four eyes."""
    return holder.principal or holder.id


_ESTABLISHED = record(
    Established, {"by": need(ident), "document": need(text), "date": need(day), "proposed_by": may(ident)}
)
_HOLDER = record(
    Holder,
    {
        "id": need(ident),
        "role": need(ident),
        "person": need(text),
        "position": may(ident),
        "from": need(day, "from_"),
        "until": may(maybe(day)),
        "decision": may(text),
        "keys": may(listed(text)),
        "sections": may(listed(ident)),
        "fields": may(listed(ident)),
        "unit": may(ident),
        "che_do": may(ident),
        "noi_cong_tac": may(ident),
        "van_bang": may(text),
        "principal": may(ident),
        "ended_by": may(text),
    },
)
_DELEGATION = record(
    Delegation,
    {
        "id": need(ident),
        "giver": need(ident),
        "taker": need(ident),
        "steps": need(listed(ident)),
        "sections": may(listed(ident)),
        "from": need(day, "from_"),
        "until": need(day),
        "document": need(text),
    },
)
read_holders = record(
    Board,
    {
        "board": need(ident, "portal"),
        "established": need(_ESTABLISHED),
        "holders": need(listed(_HOLDER)),
        "delegations": may(listed(_DELEGATION)),
        "groups": may(listed(ident)),
    },
)
