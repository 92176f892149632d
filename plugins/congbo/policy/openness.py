"""What a portal says to those who use its data and its machines: under which licence, and where faults are told."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from congbo.dates import LATEST
from congbo.errors import refuse
from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import day, need, record, text, texts
from congbo.strict import Node
from congbo.text.regex import regex

# How long an address is taken for current after somebody looked at it: less than a year (RFC 9116, 2.5.5).
_CURRENT = timedelta(days=364)

_PAGE = regex(r'https://[^\s"<>]+')
_MAILBOX = regex(r"mailto:[^\s@:<>]+@[^\s@:<>]+")


class Licence(Struct, frozen=True):
    """The licence under which the portal's data may be used."""

    name: Texts
    url: str
    place: Place


class Security(Struct, frozen=True):
    """Where faults of the portal's machines are told (``mailto:`` or ``https:``), and when that was last looked at."""

    contact: str
    reviewed: date
    place: Place

    @property
    def until(self) -> date:
        """Return the first day on which the address is not to be relied on any more."""
        return min(self.reviewed, LATEST - _CURRENT) + _CURRENT


def _page(node: Node) -> str:
    found = text(node)
    if not _PAGE.fullmatch(found):
        raise refuse("policy.not_a_page", node.place, value=found)
    return found


def _reached(node: Node) -> str:
    found = text(node)
    if not _PAGE.fullmatch(found) and not _MAILBOX.fullmatch(found):
        raise refuse("policy.not_reached", node.place, value=found)
    return found


read_licence = record(Licence, {"name": need(texts), "url": need(_page)})
read_security = record(Security, {"contact": need(_reached), "reviewed": need(day)})
