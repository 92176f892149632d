"""Fronts under headings: projects by state, plans by field, topics by level, decisions by kind, people by rank and unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from congbo.item import Item
from congbo.site.by_view.fields import links
from congbo.site.by_view.view import NEWEST, Front, Part, in_one
from congbo.site.index import Index
from congbo.site.values import words

_STATES: Final = ("tinh_trang", "trang_thai_de_an")
_FIELD, _LEVEL, _UNIT, _LEADER = "linh_vuc", "cap_quan_ly", "don_vi", "la_lanh_dao"
_DIRECTORY: Final = "danh_ba"

# Where a heading stands, and its words.
Heading = tuple[int, str]


def by_state(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything, a part for each state in the order of its vocabulary."""
    items = index.listed(section, lang)
    return Front(_parts(items, lambda item: _state(index, item)), links(index, section, lang))


def by_field(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything, a part for each field."""
    items = index.listed(section, lang)
    return Front(_parts(items, lambda item: (0, words(index, item, _FIELD))))


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
    return (order.index(value) if value in order else len(order), words(index, item, name) if name else "")


def _rank(index: Index, item: Item) -> Heading:
    leads = item.fields.get(_LEADER) is True
    return (0 if leads else 1, index.words(item.lang, "people.leaders" if leads else "people.staff"))
