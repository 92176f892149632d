"""Portals and component portals: the regulation each follows, its tier, editions, languages and own thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.emergency import Emergency, read_emergency
from congbo.policy.free import Free, free
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.openness import Licence, Security, read_licence, read_security
from congbo.policy.shape import day, flag, ident, listed, may, maybe, need, one_of, record, table, text, texts

LANGUAGES = ("vi", "en", "zh")
EDITIONS = ("internet", "wan")


@dataclass(frozen=True)
class Follows(Keyed):
    """From when a portal follows a regulation."""

    regulation: str
    from_: date
    place: Place
    until: date | None = None
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Edition(Keyed):
    """One network's build; the first host is the canonical one."""

    hosts: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Absence(Keyed):
    """A declaration, dated and answered for, that the portal has nothing for an "if any" clause."""

    section: str
    clause: str
    place: Place
    said_by: str = ""
    from_: date | None = None
    until: date | None = None
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class Local(Keyed):
    """A threshold that the text does not give; always labelled as the portal's own."""

    clause: str
    place: Place
    within: Free | None = None
    every: Free | None = None
    value: Free | None = None
    decided_by: str = ""
    decision: str = ""
    from_: date | None = None
    until: date | None = None
    places: Mapping[str, Place] = no_places()


class Contact(Struct, frozen=True):
    """What the footer says: where the office is, who answers for the content, who heads the board."""

    place: Place
    address: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    answerable: Texts | None = None
    head: Texts | None = None


@dataclass(frozen=True)
class Portal(Keyed):
    """One portal, or a component portal (``parent``); ``above``: the portal or unit of the body next above its own.

    ``hosting``: "closed" where what is built stays inside the office's network. ``khan``: emergency publication, if decided.
    ``licence``: under which the data may be used. ``security``: where faults of the machines are told.
    ``components``: the portal shows engineers the components that its pages are made of.
    ``issues`` names the bodies of its seat, beside the owner, whose papers are the portal's own to post.
    """

    id: str
    name: Texts
    short: Texts
    follows: tuple[Follows, ...]
    tier: str
    owner: str
    languages: tuple[str, ...]
    editions: Mapping[str, Edition]
    place: Place
    over: Texts | None = None
    parent: str = ""
    above: str = ""
    facts: Mapping[str, Free] = field(default_factory=dict)
    contact: Contact | None = None
    units: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    none: tuple[Absence, ...] = ()
    local: tuple[Local, ...] = ()
    palette: str = "ha-long"
    menu: tuple[str, ...] = ()
    hosting: str = "open"
    khan: Emergency | None = None
    licence: Licence | None = None
    security: Security | None = None
    components: bool = False
    places: Mapping[str, Place] = no_places()

    def regulation_on(self, on: date) -> str | None:
        """Return the prefix of the regulation that the portal follows on a day."""
        current = (f for f in self.follows if f.from_ <= on and (f.until is None or on <= f.until))
        return next((f.regulation for f in current), None)

    def lacks(self, section: str, on: date) -> bool:
        """Tell whether the portal has declared on that day that it has nothing for a section."""
        return any(
            a.section == section and (a.from_ is None or a.from_ <= on) and (a.until is None or on <= a.until)
            for a in self.none
        )


_FOLLOWS = record(Follows, {"regulation": need(text), "from": need(day, "from_"), "until": may(maybe(day))})
_EDITION = record(Edition, {"hosts": need(listed(text))})
_TERM = {"from": may(day, "from_"), "until": may(maybe(day))}
_ABSENCE = record(Absence, {"section": need(ident), "clause": need(text), "said_by": may(ident)} | _TERM)
_LOCAL = record(
    Local,
    {
        "clause": need(text),
        "within": may(free),
        "every": may(free),
        "value": may(free),
        "decided_by": need(ident),
        "decision": may(text),
    }
    | _TERM,
)
_CONTACT = record(
    Contact,
    {name: may(text) for name in ("address", "phone", "fax", "email")} | {"answerable": may(texts), "head": may(texts)},
)
read_portal = record(
    Portal,
    {
        "portal": need(ident, "id"),
        "name": need(texts),
        "short": need(texts),
        "over": may(texts),
        "follows": need(listed(_FOLLOWS)),
        "tier": need(ident),
        "parent": may(ident),
        "above": may(ident),
        "owner": need(ident),
        "languages": need(listed(one_of(*LANGUAGES))),
        "editions": need(table(_EDITION, one_of(*EDITIONS))),
        "facts": may(table(free)),
        "contact": may(_CONTACT),
        "units": may(listed(ident)),
        "issues": may(listed(ident)),
        "none": may(listed(_ABSENCE)),
        "local": may(listed(_LOCAL)),
        "palette": may(ident),
        "menu": may(listed(ident)),
        "hosting": may(one_of("open", "closed")),
        "khan": may(read_emergency),
        "licence": may(read_licence),
        "security": may(read_security),
        "components": may(flag),
    },
)
