"""An item as the rows that it becomes: made by whoever read it, so that the one process that writes has little to do."""

from __future__ import annotations

import pickle
import zlib
from typing import NamedTuple

from congbo.facts.versions import spoken
from congbo.frozen import replace
from congbo.item import Item
from congbo.shelf.base import Value


class Packed(NamedTuple):
    """An item with the HTML of its body as the rows that they become."""

    path: str
    item: tuple[Value, ...]
    body: tuple[Value, ...]


def packed(item: Item, html: str) -> Packed:
    """Return an item as rows."""
    value = pickle.dumps(_bare(item), pickle.HIGHEST_PROTOCOL)
    kept = zlib.compress(html.encode(), 1)
    original, limited = item.translation or item.id, bool(item.editions)
    row = (item.path, item.portal, item.id, original, limited, value, zlib.crc32(value))
    return Packed(item.path, row, (item.path, kept, zlib.crc32(kept)))


def _bare(item: Item) -> Item:
    """An item without what only its own page and the checks need; where earlier forms are shown, its text is compared."""
    return replace(item, places={}) if spoken(item) else replace(item, places={}, body="")
