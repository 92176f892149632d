"""The words of which a regulation lets a host be made: names and abbreviations of bodies without accents and spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from congbo.policy import Policy
from congbo.policy.portals import Portal
from congbo.text.fold import fold

LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"


def joined(text: str) -> str:
    """Return a name as an address writes it: "Cẩm Phả" gives ``campha``, "Móng Cái 1" ``mongcai1``."""
    return "".join(re.findall(r"[a-z0-9]+", fold(text)))


def initials(text: str) -> str:
    """Return the first letters of a name's syllables: "Sở Thông tin và Truyền thông" gives ``sttvtt``."""
    return "".join(word[0] for word in re.findall(r"[a-z0-9]+", fold(text)))


def words(policy: Policy, portal: Portal, name: str) -> tuple[str, ...]:
    """Return what may stand for ``{name}`` in the shape of a portal's host; nothing if the policy does not tell."""
    return tuple(dict.fromkeys(word for word in WORDS[name](policy, portal) if word))


def _locality(policy: Policy, portal: Portal) -> tuple[str, ...]:
    """The full name of the place that the owner governs."""
    return (joined(policy.units[portal.owner].locality),)


def _abbreviation(policy: Policy, portal: Portal) -> tuple[str, ...]:
    """The initials of the owner's name, and the abbreviations that the registry of units gives it."""
    owner, parent = policy.units[portal.owner], policy.portals.get(portal.parent)
    names = _shortened(owner.name, policy.units[parent.owner].name if parent else "")
    found = (initials(one) for name in names for one in (name, re.sub(r"\bvà\b", "", name)))
    return (*found, *(joined(one) for one in owner.abbreviations))


def _shortened(name: str, above: str) -> Iterator[str]:
    """Yield a body's name, and the name without what it shares with the end of the name above: "tỉnh Quảng Ninh"."""
    words = name.split()
    yield name
    for number in range(1, len(words)):
        if words[-number:] != above.split()[-number:]:
            return
        yield " ".join(words[:-number])


def _above(policy: Policy, portal: Portal) -> tuple[str, ...]:
    """The name of the body next above: as its own portal's hosts begin, or the place that it governs."""
    portals = [one for one in policy.portals.values() if portal.above in (one.id, one.owner) and one.id != portal.id]
    hosts = (host for one in portals for edition in one.editions.values() for host in edition.hosts)
    unit = policy.units.get(portal.above)
    return tuple(host.split(".")[0] for host in hosts) or ((joined(unit.locality),) if unit else ())


def _topic(_: Policy, portal: Portal) -> tuple[str, ...]:
    """The name of a topic page."""
    return (joined(str(portal.facts.get("ten_trang", ""))),)


WORDS: Mapping[str, Callable[[Policy, Portal], tuple[str, ...]]] = {
    "ten_day_du": _locality,
    "viet_tat": _abbreviation,
    "cap_tren": _above,
    "ten_trang": _topic,
}
