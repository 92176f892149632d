"""A regulation's identity, its tiers, the laws it cites, and how we read its contradictions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import day, ident, listed, may, maybe, need, one_of, record, table, text, texts


class Force(Struct, frozen=True):
    """First and last day in force; nothing dated before the first day is judged."""

    from_: dt.date
    place: Place
    until: dt.date | None = None


class Citation(Struct, frozen=True):
    """A law as the text prints it, with the clauses that cite it."""

    law: str
    printed: str
    place: Place
    in_: tuple[str, ...] = ()


class Reading(Struct, frozen=True):
    """A contradiction, gap or misprint of the text, and what we do about it."""

    code: str
    clauses: tuple[str, ...]
    defect: Texts
    chosen: Texts
    by: str
    place: Place


class Regulation(Struct, frozen=True):
    """One regulation; ``id`` is the prefix of its clause ids."""

    id: str
    title: Texts
    number: str | None
    date: dt.date | None
    issuer: str
    force: Force
    tiers: Mapping[str, Texts]
    place: Place
    replaces: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    readings: tuple[Reading, ...] = ()

    def in_force(self, on: dt.date) -> bool:
        """Tell whether the regulation is in force on a day."""
        return self.force.from_ <= on and (self.force.until is None or on <= self.force.until)


_FORCE = record(Force, {"from": need(day, "from_"), "until": may(maybe(day))})
_CITATION = record(Citation, {"law": need(ident), "printed": need(text), "in": may(listed(text), "in_")})
_READING = record(
    Reading,
    {
        "code": need(text),
        "clauses": need(listed(text)),
        "defect": need(texts),
        "chosen": need(texts),
        "by": need(one_of("yields_to", "value", "local", "label", "gap")),
    },
)
read_regulation = record(
    Regulation,
    {
        "regulation": need(text, "id"),
        "title": need(texts),
        "number": need(maybe(text)),
        "date": need(maybe(day)),
        "issuer": need(ident),
        "force": need(_FORCE),
        "replaces": may(listed(text)),
        "tiers": need(table(texts)),
        "cites": may(listed(_CITATION)),
        "readings": may(listed(_READING)),
    },
)
