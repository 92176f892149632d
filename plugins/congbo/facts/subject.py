"""What a field rule can be about: an item, a portal, a unit or a holder; each as named values with places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from congbo.dates import holds
from congbo.facts.board import in_office
from congbo.facts.corpus import Corpus
from congbo.facts.named import value_of
from congbo.item import Item
from congbo.place import Place
from congbo.policy.holders import Holder
from congbo.policy.portals import Portal
from congbo.policy.units import Unit

RECEIPT = "tiep_nhan"

# Where a file of ``policies/`` calls a fact otherwise than the clauses do.
_KEYS = {
    "portal": {"hosts": "editions", "don_vi": "owner"},
    "unit": {"loai": "type", "cung_cap_tin": "supplies", "can_bo_dau_moi": "contact"},
}


class Subject(Struct, frozen=True):
    """Something with fields: its name for a person, the day whose law judges it, its values by field, a key's place."""

    of: str
    name: object
    day: date
    value: Callable[[str], Any]
    place: Callable[[str], Place]

    @staticmethod
    def of_item(corpus: Corpus, item: Item) -> Subject:
        """Return the item as a subject."""
        day = corpus.judged_on(item)
        return Subject("item", item.title, day, lambda name: value_of(corpus, item, name), item.place)

    def key(self, name: str) -> str:
        """Return the key under which a file of ``policies/`` writes the fact (an item's key: ``types.key_of``)."""
        return _KEYS.get(self.of, {}).get(name, name)

    def equal(self, name: str, wanted: Any, actual: Any) -> bool:
        """Compare a value with what a clause prints; ``own_unit`` stands for the portal's owner."""
        if name == "hosts" and isinstance(wanted, dict):
            return all(_same_hosts(hosts, (actual or {}).get(edition, ())) for edition, hosts in wanted.items())
        if wanted == "own_unit":
            return bool(actual == self.value("own_unit"))
        return bool(wanted == actual)


def _same_hosts(wanted: Any, actual: tuple[str, ...]) -> bool:
    return set(wanted) == set(actual) if isinstance(wanted, tuple) else actual[:1] == (wanted,)


def subjects(corpus: Corpus, portal: Portal, of: str) -> Iterator[Subject]:
    """Yield the portal, its units, the holders of its board or its receipts, as a clause speaks of them; none for changes.

    A unit that has ended, and who no longer holds office, owe nothing any more.
    """
    if of == "portal":
        yield _portal(portal, corpus.today)
    elif of == "unit":
        units = (unit for unit in corpus.policy.units.values() if holds(unit.from_, unit.until, corpus.today))
        yield from (of_unit(unit, corpus.today) for unit in units if belongs(unit, portal))
    elif of == "holder":
        board = corpus.policy.boards.get(portal.id)
        yield from (_holder(holder, corpus.today) for holder in in_office(board.holders if board else (), corpus.today))
    elif of == "receipt":
        yield from _receipts(corpus, portal)


def _portal(portal: Portal, on: date) -> Subject:
    values = dict(portal.facts) | {
        "hosts": {name: edition.hosts for name, edition in portal.editions.items()},
        "languages": portal.languages,
        "don_vi": portal.owner,
    }
    at = portal.at("facts")
    return Subject("portal", portal.name, on, values.get, lambda key: portal.places.get(key, at))


def of_unit(unit: Unit, on: date) -> Subject:
    """Return a unit as a subject on a day."""
    values = {"loai": unit.type, "cung_cap_tin": unit.supplies, "can_bo_dau_moi": unit.contact or None}
    return Subject("unit", unit.name, on, values.get, unit.at)


def _holder(holder: Holder, on: date) -> Subject:
    def value(name: str) -> Any:
        return getattr(holder, name, None) or None

    return Subject("holder", holder.person, on, value, holder.at)


def _receipts(corpus: Corpus, portal: Portal) -> Iterator[Subject]:
    """What came in before the portal followed its regulation of today is not judged by it."""
    for record in corpus.policy.records_of(RECEIPT, portal.id):
        day = record.day or corpus.today
        prefix = portal.regulation_on(day)
        if prefix == portal.regulation_on(corpus.today) and prefix and corpus.policy.regulations[prefix].in_force(day):
            yield Subject("receipt", record.id, day, record.values.get, record.at)


def belongs(unit: Unit, portal: Portal) -> bool:
    """Tell whether a unit is the portal's: the ones it lists, else those whose id begins with the portal's."""
    return unit.id in portal.units if portal.units else unit.id.startswith(f"{portal.id}-")
