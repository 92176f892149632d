"""Laws that the regulations cite, and what replaced them. Shown beside a citation, never used to judge."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from congbo.place import Place
from congbo.policy.shape import day, flag, ident, listed, may, need, one_of, record, text


class Successor(Struct, frozen=True):
    """What replaced a law, when, and how we know it: P primary text read, R stated elsewhere, M from memory."""

    id: str
    seen: str
    place: Place
    from_: date | None = None
    overlap: bool = False


class Law(Struct, frozen=True):
    """A law or decree."""

    id: str
    number: str
    title: str
    place: Place
    from_: date | None = None
    until: date | None = None
    successors: tuple[Successor, ...] = ()


_SUCCESSOR = record(
    Successor,
    {"id": need(ident), "seen": need(one_of("P", "R", "M")), "from": may(day, "from_"), "overlap": may(flag)},
)
read_law = record(
    Law,
    {
        "id": need(ident),
        "number": need(text),
        "title": need(text),
        "from": may(day, "from_"),
        "until": may(day),
        "successors": may(listed(_SUCCESSOR)),
    },
)
