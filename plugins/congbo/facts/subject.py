"""What a field rule can be about: an item, a portal, a unit or a holder; each as named values with places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from congbo.facts.corpus import Corpus
from congbo.facts.named import value_of
from congbo.item import Item
from congbo.place import Place
from congbo.policy.holders import Holder
from congbo.policy.portals import Portal
from congbo.policy.units import Unit

# Where a file of ``policies/`` calls a fact otherwise than the clauses do.
_KEYS = {
    "portal": {"hosts": "editions", "don_vi": "owner"},
    "unit": {"loai": "type", "cung_cap_tin": "supplies", "can_bo_dau_moi": "contact"},
}


@dataclass(frozen=True)
class Subject:
    """Something with fields: its name for a person, its values by field, and the place of a key."""

    of: str
    name: str
    value: Callable[[str], Any]
    place: Callable[[str], Place]

    @staticmethod
    def of_item(corpus: Corpus, item: Item) -> Subject:
        """Return the item as a subject."""
        return Subject("item", item.title, lambda name: value_of(corpus, item, name), item.place)

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
    """Yield the portals, units or holders that a portal's regulation speaks of; none for receipts and changes."""
    if of == "portal":
        yield _portal(portal)
    elif of == "unit":
        yield from (_unit(u) for u in corpus.policy.units.values() if _in_force(u, corpus) and _belongs(u, portal))
    elif of == "holder":
        board = corpus.policy.boards.get(portal.id)
        yield from (_holder(holder) for holder in (board.holders if board else ()))


def _portal(portal: Portal) -> Subject:
    values = dict(portal.facts) | {
        "hosts": {name: edition.hosts for name, edition in portal.editions.items()},
        "languages": portal.languages,
        "don_vi": portal.owner,
    }
    return Subject("portal", portal.name.vi, values.get, lambda _: Place(portal.place.path, portal.place.line))


def _unit(unit: Unit) -> Subject:
    values = {"loai": unit.type, "cung_cap_tin": unit.supplies, "can_bo_dau_moi": unit.contact or None}
    return Subject("unit", unit.name, values.get, lambda _: unit.place)


def _holder(holder: Holder) -> Subject:
    def value(name: str) -> Any:
        return getattr(holder, name, None) or None

    return Subject("holder", holder.person, value, lambda _: holder.place)


def _in_force(unit: Unit, corpus: Corpus) -> bool:
    """A unit that has ended owes nothing any more."""
    return (unit.from_ is None or unit.from_ <= corpus.today) and (unit.until is None or unit.until >= corpus.today)


def _belongs(unit: Unit, portal: Portal) -> bool:
    """A portal's units: the ones it lists, else those whose id begins with the portal's."""
    return unit.id in portal.units if portal.units else unit.id.startswith(f"{portal.id}-")
