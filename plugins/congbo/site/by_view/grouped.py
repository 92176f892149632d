"""Fronts under headings: projects by state, plans by period, topics by level, decisions by kind, people by rank and unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from congbo.item import Item, Period
from congbo.site.by_view.bids import bid, place
from congbo.site.by_view.fields import links
from congbo.site.by_view.view import NEWEST, Front, Part, in_one
from congbo.site.index import Index
from congbo.site.values import words
from congbo.text.fold import fold

_STATES: Final = ("tinh_trang", "trang_thai_de_an")
_FIELD, _LEVEL, _UNIT, _LEADER = "linh_vuc", "cap_quan_ly", "don_vi", "la_lanh_dao"
_DIRECTORY: Final = "danh_ba"
_PERIOD: Final = "thoi_gian_thuc_hien"
_BIDS: Final = 100  # calls for bids stand after projects, which have fewer states
_DAYS: Final = 10_000_000  # more than there are in any period

# Where a heading stands, and its words.
Heading = tuple[int, str]


def by_state(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything, a part for each state in the order of its vocabulary."""
    items = index.listed(section, lang)
    return Front(_parts(items, lambda item: _state(index, item)), links(index, section, lang))


def by_period(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything, a part for each period, that which ends last first; within it by field."""
    items = sorted(index.listed(section, lang), key=lambda item: fold(words(index, item, _FIELD)))
    return Front(_parts(items, lambda item: _period(index, item)), links(index, section, lang))


def by_level(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything, a part for each level that manages it."""
    items = index.listed(section, lang)
    return Front(_parts(items, lambda item: (0, words(index, item, _LEVEL))), links(index, section, lang))


def by_type(index: Index, section: str, lang: str) -> Front:
    """Return a front of the newest items, a part for each type that the section takes."""
    types = index.corpus.policy.types.types
    order = index.corpus.policy.sections[section].types
    items = index.listed(section, lang, NEWEST)
    return Front(_parts(items, lambda item: (order.index(item.type), types[item.type].name.in_(lang))))


def people(index: Index, section: str, lang: str) -> Front:
    """Return a front of everybody: leaders before their staff; a directory by unit, if units have more than one."""
    items = index.listed(section, lang)
    if any(item.type == _DIRECTORY for item in items):
        units = list(dict.fromkeys(words(index, item, _UNIT) for item in items))
        if len(units) * 2 > len(items):
            return in_one(items)
        return Front(_parts(items, lambda item: (units.index(unit := words(index, item, _UNIT)), unit)))
    return Front(_parts(items, lambda item: _rank(index, item)))


def _parts(items: Iterable[Item], heading: Callable[[Item], Heading]) -> tuple[Part, ...]:
    """Put items under their headings, in the headings' order; what has none comes last."""
    found: dict[Heading, list[Item]] = {}
    for item in items:
        found.setdefault(heading(item), []).append(item)
    ordered = sorted(found, key=lambda one: (one[1] == "", *one))
    return tuple(Part(one[1], tuple(found[one])) for one in ordered)


def _state(index: Index, item: Item) -> Heading:
    name = next((name for name in _STATES if name in item.fields), "")
    field = index.corpus.policy.types.fields.get(name)
    order = index.corpus.policy.vocabularies[field.vocabulary].ids if field else ()
    value = str(item.fields.get(name, ""))
    call = bid(index, item) if not name else None
    if call:
        return (_BIDS + place(call), call.text)
    return (order.index(value) if value in order else len(order), words(index, item, name) if name else "")


def _period(index: Index, item: Item) -> Heading:
    """The later a period ends, and of two that end together the later one begins, the sooner it stands."""
    span = item.fields.get(_PERIOD)
    if not isinstance(span, Period):
        return (0, "")
    order = -(span.last.toordinal() * _DAYS + span.first.toordinal())
    return (order, words(index, item, _PERIOD))


def _rank(index: Index, item: Item) -> Heading:
    leads = item.fields.get(_LEADER) is True
    return (0 if leads else 1, index.words(item.lang, "people.leaders" if leads else "people.staff"))
