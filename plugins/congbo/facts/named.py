"""Facts with names: usable in a rule wherever a field is. One function each; the list is closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from congbo.facts.corpus import Corpus
from congbo.item import Item
from congbo.item.model import Value


def published(corpus: Corpus, item: Item) -> datetime | None:
    """When the item became public."""
    return corpus.published(item)


def submitted(_: Corpus, item: Item) -> Value | None:
    """When the board received the item from its unit; for an old item the time that it states."""
    return item.fields.get("nhan_luc")


def source_changed(_: Corpus, item: Item) -> Value | None:
    """When the information behind the item changed."""
    return item.fields.get("thay_doi_luc") or item.fields.get("ngay_thay_doi")


def changed(corpus: Corpus, item: Item) -> datetime | None:
    """When the file last changed."""
    return corpus.history.last_changed(item.path)


def own_unit(corpus: Corpus, item: Item) -> str | None:
    """The unit that owns the item's portal."""
    portal = corpus.portal_of(item)
    return portal.owner if portal else None


def issued_here(corpus: Corpus, item: Item) -> bool:
    """Whether the portal's owner issued the document."""
    return item.fields.get("co_quan_ban_hanh") == own_unit(corpus, item)


def governed_here(corpus: Corpus, item: Item) -> bool:
    """Whether the document lists the portal's owner among the bodies that it governs."""
    governed = item.fields.get("pham_vi_dieu_chinh")
    return isinstance(governed, tuple) and own_unit(corpus, item) in governed


NAMED: Mapping[str, Callable[[Corpus, Item], Value | None]] = {
    "published": published,
    "submitted": submitted,
    "source_changed": source_changed,
    "changed": changed,
    "own_unit": own_unit,
    "issued_here": issued_here,
    "governed_here": governed_here,
}

# Decided by records and changes, which later parts read; until then no item has them.
WITHOUT_VALUE = ("staff_list_exempt", "touches")


def value_of(corpus: Corpus, item: Item, name: str) -> Value | None:
    """Return a field's value, what counts as it for the item's type, or the named fact; None if absent."""
    if name in NAMED:
        return NAMED[name](corpus, item)
    if name == "type":
        return item.type
    value = item.fields.get(name)
    if value is not None:
        return value
    stand_in = corpus.policy.types.types[item.type].counts_as.get(name)
    return item.fields.get(stand_in) if stand_in else None
