"""Documents that name other documents: what they replace and amend, and on what they are based.

A relation is written as papers cite: the number, if need be the day and the issuer ("07/2011/QĐ-UBND ngày 03/6/2011 của Ủy
ban nhân dân tỉnh Tuyên Quang", or the unit's id after "của"). Without an issuer it is a document of the same issuer, or of a
body that this issuer succeeded: one number exists in many provinces, and every year anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from msgspec import Struct

from congbo.facts.document_number import parse_number, plain
from congbo.item import Item
from congbo.policy.units import Unit
from congbo.text.fold import fold
from congbo.text.regex import regex

NUMBER, ISSUER, ISSUED = "so_ky_hieu", "co_quan_ban_hanh", "ngay_ban_hanh"
REPLACES, AMENDS, BASED_ON = "thay_the", "sua_doi", "can_cu"

_CITED = regex(
    r"(?P<number>[^\s,]+),?(?: ngày (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}))?,?(?: của (?P<issuer>.+))?"
)
_TOKEN = regex(r"[^\s,;()]+/[^\s,;()]+")


class Cited(Struct, frozen=True):
    """A document as another one names it; ``issuer`` is a unit's id or name, or empty; ``day`` None where none is given."""

    number: str
    day: date | None = None
    issuer: str = ""


def cited(text: str) -> Cited:
    """Return what a relation names. What has another form counts as a number, which no document has."""
    found = _CITED.fullmatch(plain(text))
    if not found:
        return Cited(plain(text))
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"])) if found["year"] else None
    except ValueError:
        return Cited(plain(text))
    return Cited(found["number"], day, found["issuer"] or "")


def bases(item: Item) -> Iterator[Cited]:
    """Yield the documents with a number that an item names among its legal bases."""
    for line in texts_of(item, BASED_ON):
        yield from numbers_in(line)


def numbers_in(line: str) -> Iterator[Cited]:
    """Yield the documents with a number that a line names."""
    for token in _TOKEN.findall(plain(line)):
        if parse_number(token):
            yield Cited(token)


def texts_of(item: Item, name: str) -> tuple[str, ...]:
    """Return the lines of a field; none if the item does not have it."""
    value = item.fields.get(name, ())
    return value if isinstance(value, tuple) else ()


def unit_named(units: Mapping[str, Unit], name: str) -> str | None:
    """Return the id of the unit that a relation names by its id or its name, None if there is none."""
    if name in units:
        return name
    return next((unit.id for unit in units.values() if fold(unit.name) == fold(name)), None)


def is_about(one: Cited, citing: Item, document: Item, units: Mapping[str, Unit]) -> bool:
    """Tell whether ``one``, as ``citing`` names it, is the document."""
    number, issuer = document.fields.get(NUMBER), document.fields.get(ISSUER)
    if not isinstance(number, str) or plain(number) != one.number:
        return False
    if one.day is not None and document.fields.get(ISSUED) != one.day:
        return False
    if one.issuer:
        return issuer == unit_named(units, one.issuer)
    return _succeeds(units, str(citing.fields.get(ISSUER)), str(issuer))


def _succeeds(units: Mapping[str, Unit], later: str, earlier: str, steps: int = 10) -> bool:
    """Tell whether a unit is another one or came out of it."""
    if later == earlier:
        return True
    known = units.get(earlier) if steps else None
    return known is not None and any(_succeeds(units, later, one, steps - 1) for one in known.successors)


@dataclass
class Documents:
    """The documents of one portal in one language, by number, and those that replace or amend each number."""

    by_number: dict[str, list[Item]] = field(default_factory=lambda: defaultdict(list))
    naming: dict[str, list[Item]] = field(default_factory=lambda: defaultdict(list))

    @staticmethod
    def of(items: Iterable[Item]) -> Mapping[tuple[str, str], Documents]:
        """Return the documents among the items by portal and language."""
        found: dict[tuple[str, str], Documents] = defaultdict(Documents)
        for item in items:
            number = item.fields.get(NUMBER)
            if isinstance(number, str):
                found[item.portal, item.lang]._add(item, plain(number))
        return found

    def _add(self, item: Item, number: str) -> None:
        self.by_number[number].append(item)
        for name in dict.fromkeys(cited(text).number for key in (REPLACES, AMENDS) for text in texts_of(item, key)):
            self.naming[name].append(item)

    def named(self, one: Cited, citing: Item, units: Mapping[str, Unit]) -> tuple[Item, ...]:
        """Return the documents, other than the citing one, that it may mean."""
        known = self.by_number.get(one.number, ())
        return tuple(other for other in known if other is not citing and is_about(one, citing, other, units))
