"""The facts of bodies that ceased: a portal's owner, the body that an item describes, components in lists."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.reorganised import ceased_on, forerunners, heirs
from congbo.item import Item
from congbo.policy.portals import Portal
from congbo.policy.units import Unit
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import Ceased, Link

# Views by which a reader goes somewhere, calls or writes.
_ACTED_UPON = ("person", "organisation", "service", "chart")


def owner_ceased(index: Index, lang: str) -> Ceased | None:
    """Return what every page of a portal says once its owner has ceased."""
    return _ceased(index, index.corpus.policy.units[index.portal.owner], lang, "ceased.portal")


def taken_over(index: Index, lang: str) -> tuple[str, ...]:
    """Return the bodies of its own tier that the portal's owner took over from, each with its last day."""
    owner = index.corpus.policy.units[index.portal.owner]
    found = forerunners(index.corpus.policy.units, owner, index.reached)
    return tuple(_until(index, one, lang) for one in found if (one.type, one.tier) == (owner.type, owner.tier))


def unit_ceased(index: Index, item: Item) -> Ceased | None:
    """Return what the page of an item by which a reader acts says once the body that it came from has ceased.

    Where the portal's owner has ceased every page says so, and nothing is said twice.
    """
    unit = _unit(index, item, *_ACTED_UPON)
    owner = index.corpus.policy.units[index.portal.owner]
    return _ceased(index, unit, item.lang, "ceased.unit") if unit and not ceased_on(owner, index.reached) else None


def forerunners_of(index: Index, item: Item) -> tuple[str, ...]:
    """Return the bodies whose work the one that an item describes took over, each with its last day."""
    unit = _unit(index, item, "organisation")
    found = forerunners(index.corpus.policy.units, unit, index.reached) if unit else ()
    return tuple(_until(index, one, item.lang) for one in found)


def _unit(index: Index, item: Item, *views: str) -> Unit | None:
    view = index.corpus.policy.types.types[item.type].view
    return index.corpus.policy.units.get(str(item.fields.get("don_vi", ""))) if view in views else None


def portal_link(index: Index, portal: Portal, lang: str, name: str = "") -> Link:
    """Return the link to another portal; the name of one whose owner ceased says until when it was there."""
    title, owner = name or portal.short.in_(lang), index.corpus.policy.units[portal.owner]
    if ceased_on(owner, index.reached) and owner.until:
        title = index.words(lang, "ceased.until", name=title, day=day_in(owner.until, lang).text)
    return Link(title, f"https://{canonical_host(index, portal)}/", external=True)


def canonical_host(index: Index, portal: Portal) -> str:
    """Return the host of another portal's edition of the same network, or of the first that it has."""
    return (portal.editions.get(index.edition) or next(iter(portal.editions.values()))).hosts[0]


def _ceased(index: Index, unit: Unit, lang: str, kind: str) -> Ceased | None:
    since = ceased_on(unit, index.reached)
    if since is None:
        return None
    basis = index.words(lang, "ceased.basis", basis=unit.basis) if unit.basis else ""
    words = {"unit": unit.name_in(lang), "day": day_in(since, lang).text, "basis": basis}
    return Ceased(index.words(lang, kind, **words), tuple(_heirs(index, unit, lang)))


def _heirs(index: Index, unit: Unit, lang: str) -> Iterator[Link]:
    for one in heirs(index.corpus.policy.units, unit, index.reached):
        yield Link(one.name_in(lang), _pages_of(index, one), external=True)


def _pages_of(index: Index, unit: Unit) -> str:
    """The address of a body's own pages, if it has any beside these."""
    portals = (one for one in index.corpus.policy.portals.values() if one.owner == unit.id and one != index.portal)
    own = next((canonical_host(index, one) for one in portals), next(iter(unit.hosts), ""))
    return f"https://{own}/" if own else ""


def _until(index: Index, unit: Unit, lang: str) -> str:
    assert unit.until, "it has ceased"  # noqa: S101
    return index.words(lang, "ceased.until", name=unit.name_in(lang), day=day_in(unit.until, lang).text)
