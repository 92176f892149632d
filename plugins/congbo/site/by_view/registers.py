"""Registers: they are read as a whole and in their own order, not by day of posting."""

from __future__ import annotations

from itertools import groupby

from congbo.item import Item
from congbo.site.by_view.view import Front, Part, in_one
from congbo.site.index import Index
from congbo.site.values import words
from congbo.text.fold import fold

_FIELDS = ("linh_vuc", "co_quan")


def whole(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything."""
    return in_one(index.listed(section, lang))


def by_field(index: Index, section: str, lang: str) -> Front:
    """Return a front of everything, a part for each field; what names none comes last."""

    def field(item: Item) -> str:
        return next(filter(None, (words(index, item, name) for name in _FIELDS)), "")

    items = sorted(
        index.listed(section, lang), key=lambda item: (not (name := field(item)), fold(name), name, item.title)
    )
    return Front(tuple(Part(name, tuple(part)) for name, part in groupby(items, key=field)))
