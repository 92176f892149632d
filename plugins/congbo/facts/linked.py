"""Where the links of items lead, and which hosts are known: portals, units, reviewed hosts. Nothing asks the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from congbo.dates import holds
from congbo.facts.corpus import Corpus
from congbo.facts.showing import over
from congbo.item import Item
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.hosts import Host
from congbo.policy.portals import Portal
from congbo.policy.units import Unit
from congbo.strict.bytes import position
from congbo.text.hosts import host_of
from congbo.text.regex import regex

_INLINE = regex(r"\[([^\]\n]*)\]\(\s*<?([^)\s>]+)")
_TARGET = regex(
    r"\]\(\s*<?(?P<inline>[^)\s>]+)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:\s*<?(?P<named>[^\s>]+)"
    r"|\b(?:href|src)\s*=\s*[\"']?\s*(?P<html>[^\"'\s>]+)"
    r"|(?<![\w/])(?P<bare>https?:[^\s<>\"')\]]*[^\s<>\"')\].,;:!?])",
    re.MULTILINE | re.IGNORECASE,
)


# No address without one of these: most bodies have none, and looking for a few characters costs a hundredth.
_SIGNS = ("](", "]:", "href", "src", "http")


class Outbound(Struct, frozen=True):
    """A link to the web: the address as written, its host (empty if it cannot be read) and where it stands.

    ``shown`` is another host that the words of the link pretend to lead to.
    """

    address: str
    host: str
    place: Place
    shown: str = ""


def field_links(corpus: Corpus, item: Item) -> Iterator[Outbound]:
    """Yield the addresses of an item's front matter."""
    table = corpus.policy.types
    for name, value in item.fields.items():
        if table.fields[name].type == "url" and isinstance(value, str) and (host := host_of(value)) is not None:
            yield Outbound(value, host, item.place(table.key_of(name)))


def body_links(item: Item) -> Iterator[Outbound]:
    """Yield the links and web addresses of an item's body."""
    lowered = item.body.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return
    pretended = {found.start(2): found[1] for found in _INLINE.finditer(item.body)}
    for found in _TARGET.finditer(item.body):
        start, address = found.start(found.lastgroup or 0), found[found.lastgroup or 0]
        host = host_of(address)
        if host is not None:
            line, column = position(item.body, start)
            place = Place(item.path, item.body_line + line - 1, column)
            yield Outbound(address, host, place, _other_host(pretended.get(start, ""), host))


def _other_host(words: str, host: str) -> str:
    """Return the host that a link's words name, if it is another than the link's."""
    plain = words.strip(" *_`")
    if " " in plain or "." not in plain.strip(".") or plain.casefold().endswith((".pdf", ".docx", ".xlsx")):
        return ""
    shown = (
        host_of(plain) if "//" in plain else host_of(f"https://{plain}") if re.match(r"[\w-]+\.[\w.-]+", plain) else ""
    )
    return shown if shown and shown.removeprefix("www.") != host.removeprefix("www.") else ""


def shown_today(corpus: Corpus, item: Item) -> bool:
    """Tell whether an item has neither ended nor been withdrawn."""
    return not over(corpus, item)


def linked_hosts(corpus: Corpus, portal: Portal) -> frozenset[str]:
    """Return the hosts that a portal's items lead to in every edition by an address in their front matter."""
    by_edition = [
        {
            link.host
            for item in corpus.items_of(portal.id)
            if item.in_edition(edition) and shown_today(corpus, item)
            for link in field_links(corpus, item)
        }
        for edition in portal.editions
    ]
    return frozenset(set.intersection(*by_edition)) if by_edition else frozenset()


def hosts_of(portal: Portal) -> tuple[str, ...]:
    """Return a portal's hosts, the canonical ones first."""
    return tuple(host for edition in portal.editions.values() for host in edition.hosts)


def units_at(policy: Policy, host: str) -> list[Unit]:
    """Return the units that declare a host as theirs, those that have ended too."""
    return [unit for unit in policy.units.values() if host in unit.hosts]


def in_force(unit: Unit | None, on: date) -> bool:
    """Tell whether a unit exists on a day."""
    return unit is not None and holds(unit.from_, unit.until, on)


def family(policy: Policy, portal: Portal) -> tuple[Portal, ...]:
    """Return the main portal of a portal, and all of its components."""
    main = policy.portals.get(portal.parent, portal)
    return (main, *policy.children(main.id))


def own_domains(policy: Policy, portal: Portal) -> tuple[str, ...]:
    """Return the domains under which the portal's family lies: the hosts of its main portal without ``www.``."""
    return tuple(host.removeprefix("www.") for host in hosts_of(family(policy, portal)[0]))


def decision(policy: Policy, portal: Portal, host: str, on: date) -> Host | None:
    """Return what a board decided about links of a portal to a host; a refusal goes before a review."""
    found = [one for one in policy.hosts if one.covers(host, portal.id, on)]
    return next((one for one in found if one.refused), found[0] if found else None)


def known_hosts(policy: Policy, regulation: str, on: date) -> frozenset[str]:
    """Return the hosts that need no review on a day: portals, units, and those to which the regulation demands links."""
    portals = (host for p in policy.portals.values() if p.regulation_on(on) for host in hosts_of(p))
    units = (host for unit in policy.units.values() if in_force(unit, on) for host in unit.hosts)
    demanded = (rule.params.get("required", ()) for _, rule, _ in policy.rules(regulation) if rule.name == "links")
    return frozenset((*portals, *units, *(host for hosts in demanded for host in hosts)))
