"""Registers of documents: by which facets they are divided, into which years and months, and what each is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from congbo.dates import day_of
from congbo.facts import addresses
from congbo.facts.terms import terms_of
from congbo.item import Item
from congbo.shelf.filed import MOST
from congbo.shelf.row import FACETS
from congbo.site.days import month_in
from congbo.site.index import Index
from congbo.site.views import Link
from congbo.site.views.registers import Choice, Facet

ALL = ("", "")  # kind and value of all documents of a section
IN_A_FILE = 300  # documents of a year that one file of data holds; of a year with more each month has a file


def facets(index: Index, section: str, lang: str) -> Iterator[Facet]:
    """Yield the facets of a register that have values, each with how many documents it has of each value."""
    for kind in FACETS:
        choices = _choices(index, section, lang, kind)
        if choices:
            yield Facet(kind, index.words(lang, f"facet.{kind}"), choices)


def _choices(index: Index, section: str, lang: str, kind: str) -> tuple[Choice, ...]:
    """The newest year first; of other facets the value with the most documents."""
    found = []
    for value, count in counted(index.answer("filed_values", lang, section, kind)):
        name = named(index, section, lang, kind, value)
        if name:
            found.append(Choice(Link(name, addresses.facet(section, lang, kind, value)), value, count))
    if kind == "year":
        return tuple(reversed(found))
    return tuple(sorted(found, key=lambda one: (-one.count, one.link.title)))


def counted(answers: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield what was counted, and how many there are: "quyet_dinh 31"."""
    for one in answers:
        value, _, count = one.rpartition(" ")
        yield value, int(count)


def named(index: Index, section: str, lang: str, kind: str, value: str) -> str:
    """Return what a value of a facet is called; empty for what no list of the policies knows, which gets no page."""
    if kind == "year":
        return value
    policy = index.corpus.policy
    for name in _fields(index, section, kind):
        field = policy.types.fields[name]
        if field.type == "unit" and value in policy.units:
            return policy.units[value].name_in(lang)
        if field.type == "choice" and (term := policy.vocabularies[field.vocabulary].get(value)):
            return term.name.in_(lang)
    return ""


def _fields(index: Index, section: str, kind: str) -> Iterator[str]:
    """The fields by which documents of a section get a kind of terms."""
    table = index.corpus.policy.types
    own = (table.types[one].terms for one in index.corpus.policy.sections[section].types)
    for terms in (table.terms, *own):
        yield from (name for name, kinds in terms.items() if kind in kinds)


def total(index: Index, section: str, lang: str) -> int:
    """Return how many documents a register has."""
    return int(index.answer("filed_count", lang, section, *ALL, "")[0])


def parts(index: Index, section: str, lang: str, kind: str, value: str, period: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of a period that has more documents than a page shows: years of all, months of a year."""
    if len(period) == len("2017-07"):
        return
    if int(index.answer("filed_count", lang, section, kind, value, period)[0]) <= MOST:
        return
    asked = value if kind == "year" and not period else period
    yield from counted(index.answer("filed_periods", lang, section, kind, value, asked))


def period_in(index: Index, lang: str, period: str) -> str:
    """Return a year or month ("2017-07") in words."""
    year, _, month = period.partition("-")
    return month_in(int(year), int(month), lang) if month else index.words(lang, "period.year", year=year)


def files(index: Index, section: str, lang: str) -> Iterator[str]:
    """Yield the addresses of a register's files of data, the newest first."""
    yield from (addresses.register_data(section, lang, period) for period in data_periods(index, section, lang))


def data_periods(index: Index, section: str, lang: str) -> Iterator[str]:
    """Yield the years, and the months of years with many documents, that have a file of data."""
    for year, count in counted(index.answer("filed_periods", lang, section, *ALL, "")):
        if count <= IN_A_FILE:
            yield year
        else:
            yield from (month for month, _ in counted(index.answer("filed_periods", lang, section, *ALL, year)))


def has_years(index: Index, section: str, lang: str) -> Link | None:
    """Return the link to the states at the ends of years, where documents have states: a gazette has none."""
    if not index.answer("filed_values", lang, section, "issuer"):
        return None
    return Link(index.words(lang, "effects.link"), addresses.effects(section, lang))


def in_order(index: Index, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items by day of issue, the newest first; what names none by day of posting."""
    found = sorted(items, key=lambda item: item.id)
    return tuple(sorted(found, key=lambda item: issued(index, item), reverse=True))


def issued(index: Index, item: Item) -> str:
    """Return the day by which a register has an item, in ISO."""
    terms = terms_of(index.corpus.policy.types, item)
    return next((value for kind, value in terms if kind == "issued"), "") or _posted(index, item).isoformat()


def _posted(index: Index, item: Item) -> date:
    return day_of(index.posted(item))
