"""The facts of what stands at the address of an item that was withdrawn or taken down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congbo.facts import addresses
from congbo.facts.board import name_of
from congbo.facts.showing import TAKEN_DOWN, stage, withdrawal_of
from congbo.facts.takedowns import begins, takedown_of
from congbo.item import Item
from congbo.policy.records import Record
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import Fact, GoneFacts, Link

UNLAWFUL = "trai_luat"


def gone_facts(index: Index, item: Item) -> GoneFacts:
    """Return the notice of a withdrawn item: its title (unless that was unlawful), why, when, and what came instead."""
    index.trace.on("decisions")
    title = title_of(index, item)
    down = _takedown(index, item)
    says = "taken_down" if down else f"withdrawn.{_kind(index, item)}"
    return GoneFacts(
        **common(
            index, item.lang, addresses.item(item), title, index.words(item.lang, f"gone.{says}"),
            crumbs=[section_link(index, item.section, item.lang)] if _has_front(index, item) else [],
        ),
        says=index.words(item.lang, f"gone.{says}"),
        facts=tuple(_of_takedown(index, item, down) if down else _of_withdrawal(index, item)),
        successor=None if down else _successor(index, item),
    )  # fmt: skip


def title_of(index: Index, item: Item) -> str:
    """Return the title of an item, or a word in its place where the title itself may not stay."""
    hidden = stage(index.corpus, item) == TAKEN_DOWN or (not index.shows(item) and _kind(index, item) == UNLAWFUL)
    return index.words(item.lang, "gone.title") if hidden else item.title


def _kind(index: Index, item: Item) -> str:
    found = withdrawal_of(index.corpus, item)
    return found.kind if found else ""


def _has_front(index: Index, item: Item) -> bool:
    return index.has(item.section, item.lang)


def _takedown(index: Index, item: Item) -> Record | None:
    index.trace.on("item", item.path)  # touched when a takedown begins or ends: the page rests on no moment of its own
    return takedown_of(index.corpus.policy, item, index.corpus.moment)


def _of_takedown(index: Index, item: Item, record: Record) -> Iterator[Fact]:
    regulation = index.portal.regulation_on(index.today) or ""
    role = name_of(index.corpus.policy, regulation, str(record.values["nguoi_quyet_dinh"])).in_(item.lang)
    yield _moment(index, item, "gone.since", begins(record))
    until = record.values.get("den_luc")
    if isinstance(until, datetime):
        yield _moment(index, item, "gone.until", until)
    yield _fact(index, item, "gone.reason", str(record.values["ly_do_khan"]))
    if basis := str(record.values.get("can_cu_khan", "")):
        yield _fact(index, item, "gone.basis", basis)
    yield _fact(index, item, "gone.by", role)


def _of_withdrawal(index: Index, item: Item) -> Iterator[Fact]:
    found = withdrawal_of(index.corpus, item)
    if found:
        yield _fact(index, item, "gone.kind", index.words(item.lang, f"gone.kind.{found.kind}"))
        shown = day_in(found.day, item.lang)
        yield Fact("gone.on", index.words(item.lang, "gone.on"), "date", (shown.text,), iso=shown.iso)
        yield _fact(index, item, "gone.basis", found.basis)


def _successor(index: Index, item: Item) -> Link | None:
    found = withdrawal_of(index.corpus, item)
    other = index.by_id(found.successor) if found else None
    return Link(other.title, addresses.item(other)) if other else None


def _fact(index: Index, item: Item, key: str, value: str) -> Fact:
    return Fact(key, index.words(item.lang, key), "text", (value,))


def _moment(index: Index, item: Item, key: str, value: datetime) -> Fact:
    shown = day_in(value, item.lang)
    return Fact(key, index.words(item.lang, key), "datetime", (shown.text,), iso=shown.iso)
