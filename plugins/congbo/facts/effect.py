"""Effect state of legal documents, from their dates and from the documents that replace or amend them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from congbo.facts.relations import AMENDS, ISSUED, NUMBER, REPLACES, cited, is_about, texts_of
from congbo.item import Item
from congbo.policy.units import Unit

# The days of a document on which its own state, or that of another one, may turn.
DAYS: Final = ("ngay_hieu_luc", ISSUED, "ngay_het_hieu_luc")


class Effect(StrEnum):
    """The four states of QN-20.1d/-4 and of the vocabulary ``tinh-trang-hieu-luc``."""

    NOT_YET = "chua_hieu_luc"
    IN_FORCE = "con_hieu_luc"
    PARTLY = "het_hieu_luc_mot_phan"
    EXPIRED = "het_hieu_luc"


class EffectState(Struct, frozen=True):
    """A state as of a day, with the days it turns on (in force, no longer, only in part) and the numbers of the documents
    that caused it."""

    state: Effect
    from_: date | None
    until: date | None
    partly: date | None = None
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()


class Span(Struct, frozen=True):
    """A document's days, as far as they are known: in force from, only in part from, no longer from; ``declared`` by its
    issuer."""

    from_: date
    partly: date | None = None
    until: date | None = None
    declared: str = ""


def state_on(span: Span, day: date) -> Effect:
    """Return the state on a day. ``theme/static/js/register.js`` says the same, and a table of cases holds both to it."""
    if span.until is not None and span.until <= day:
        return Effect.EXPIRED
    if day < span.from_:
        return Effect.NOT_YET
    if span.declared in (Effect.PARTLY, Effect.EXPIRED):
        return Effect(span.declared)
    return Effect.PARTLY if span.partly is not None and span.partly <= day else Effect.IN_FORCE


def span_of(item: Item, portal_items: Iterable[Item], units: Mapping[str, Unit] = MappingProxyType({})) -> Span | None:
    """Return the days of a document; None for an item without an effect date and number. The rest as in ``effect_of``."""
    found = effect_of(item, date.max, portal_items, units)
    if found is None or found.from_ is None:
        return None
    return Span(found.from_, found.partly, found.until, str(item.fields.get("tinh_trang_hieu_luc", "")))


def effect_of(
    item: Item, on: date, portal_items: Iterable[Item], units: Mapping[str, Unit] = MappingProxyType({})
) -> EffectState | None:
    """Return the effect state of a document on a day; None for an item without an effect date and number.

    ``portal_items`` are those that may replace or amend it; ``units`` tell which body came out of which.
    """
    number = item.fields.get(NUMBER)
    start = _date(item, "ngay_hieu_luc") or _date(item, ISSUED)
    if not isinstance(number, str) or start is None:
        return None
    # Numbers begin anew every year: what was issued before a document can be about its namesake of an earlier year only.
    issued = _date(item, ISSUED) or start
    others = [
        o for o in portal_items if o.id != item.id and o.lang == item.lang and (_date(o, ISSUED) or issued) >= issued
    ]
    replaced = _naming(others, REPLACES, item, on, units)
    amended = _naming(others, AMENDS, item, on, units)
    end = min(filter(None, (_date(item, "ngay_het_hieu_luc"), *replaced.values())), default=None)
    partly = min(amended.values(), default=None)
    state = state_on(Span(start, partly, end, str(item.fields.get("tinh_trang_hieu_luc", ""))), on)
    return EffectState(state, start, end, partly, tuple(replaced), tuple(amended))


def _naming(
    items: Iterable[Item], name: str, document: Item, on: date, units: Mapping[str, Unit]
) -> Mapping[str, date]:
    """Return number -> day in force of the items that name the document in a relation field."""
    found: dict[str, date] = {}
    for item in items:
        own, day = item.fields.get(NUMBER), _date(item, "ngay_hieu_luc") or _date(item, ISSUED)
        about = any(is_about(cited(text), item, document, units) for text in texts_of(item, name))
        if about and isinstance(own, str) and day and day <= on:
            found[own] = min(day, found.get(own, day))  # two may bear one number
    return found


def _date(item: Item, field: str) -> date | None:
    value = item.fields.get(field)
    return value if isinstance(value, date) else None
