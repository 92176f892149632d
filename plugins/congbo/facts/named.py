"""Facts with names: usable in a rule wherever a field is. One function each; the list is closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from congbo.dates import day_of
from congbo.facts.changes import last_change
from congbo.facts.corpus import Corpus
from congbo.facts.exemption import staff_list_exempt
from congbo.item import Item
from congbo.item.model import Value

# The two results of a science topic: summary report, and report on their application.
_REPORTS = ("bao_cao_tong_hop", "bao_cao_ap_dung")
_ACCEPTED = "ngay_nghiem_thu"


def published(corpus: Corpus, item: Item) -> datetime | None:
    """When the item became public."""
    return corpus.published(item)


def submitted(corpus: Corpus, item: Item) -> Value | None:
    """When the board received the item from its unit, as it states; one that does not was received when it became public."""
    return item.fields.get("nhan_luc") or corpus.published(item)


def source_changed(corpus: Corpus, item: Item) -> Value | None:
    """When the information behind the item changed: for a translation its source's last change, else what the item states."""
    source = corpus.by_id.get(item.translation)
    if source is not None:
        return last_change(corpus, source)
    return item.fields.get("thay_doi_luc") or item.fields.get("ngay_thay_doi")


def changed(corpus: Corpus, item: Item) -> datetime | None:
    """When the file last changed; for an item of an older system that has not changed since, when it was published there."""
    return last_change(corpus, item)


def ket_qua_published(corpus: Corpus, item: Item) -> datetime | None:
    """When a science topic's results became public: the last of its report files; None while it carries none."""
    reports = [file for name in _REPORTS if isinstance(file := item.fields.get(name), str)]
    moments = [_file_published(corpus, item, file) for file in reports]
    return max((one for one in moments if one), default=None) if all(moments) else None


def _file_published(corpus: Corpus, item: Item, file: str) -> datetime | None:
    """A file that was added later became public then; what came in with its item, or before our history begins, with it."""
    added = corpus.history.first_published(f"{item.address.folder}/{file}")
    first = corpus.history.first_published(item.path)
    shown = corpus.published(item)
    accepted = item.fields.get(_ACCEPTED)
    if item.imported and not (first and isinstance(accepted, date) and day_of(first) <= day_of(accepted)):
        return shown
    return max(added, shown) if added and shown else None


def own_unit(corpus: Corpus, item: Item) -> str | None:
    """The unit that owns the item's portal."""
    portal = corpus.portal_of(item)
    return portal.owner if portal else None


def issued_here(corpus: Corpus, item: Item) -> bool:
    """Whether the portal's owner issued the document, or a body of its seat that the portal's file names as issuing."""
    portal = corpus.portal_of(item)
    return portal is not None and item.fields.get("co_quan_ban_hanh") in (portal.owner, *portal.issues)


def governed_here(corpus: Corpus, item: Item) -> bool:
    """Whether the document lists the portal's owner among the bodies that it governs."""
    governed = item.fields.get("pham_vi_dieu_chinh")
    return isinstance(governed, tuple) and own_unit(corpus, item) in governed


NAMED: Mapping[str, Callable[[Corpus, Item], Value | None]] = {
    "published": published,
    "submitted": submitted,
    "source_changed": source_changed,
    "changed": changed,
    "ket_qua_published": ket_qua_published,
    "own_unit": own_unit,
    "issued_here": issued_here,
    "governed_here": governed_here,
    "staff_list_exempt": staff_list_exempt,
}

# A fact of these looks beyond the item: at a translation's source, or at the history of attached files.
LOOKS_AROUND = ("source_changed", "ket_qua_published")

# Decided by changes, which a later part reads; until then no item has it.
WITHOUT_VALUE = ("touches",)


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
