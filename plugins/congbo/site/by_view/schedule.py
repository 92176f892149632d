"""Schedules: by day, each in the order of the clock."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from congbo.item import Item
from congbo.site.by_view.view import NEWEST, Front, Part
from congbo.site.days import day_in
from congbo.site.index import Index


def front(index: Index, section: str, lang: str) -> Front:
    """Return a front of the newest appointments, from the first one of the newest day on."""

    def day(item: Item) -> date:
        own = item.fields.get("ngay")
        return own if isinstance(own, date) else index.posted(item).date()

    items = sorted(index.listed(section, lang, NEWEST), key=lambda item: str(item.fields.get("gio", "")))
    items.sort(key=day, reverse=True)
    parts = ((day_in(when, lang), tuple(part)) for when, part in groupby(items, key=day))
    return Front(tuple(Part(when.text, part, when) for when, part in parts))
