"""Registers of documents: pages of facets, data for the script, states at the ends of years, pages of relations."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.shelf import SHOWN, Row
from congbo.shelf.row import CITES, FACETS
from congbo.site.effect_facts import effects_facts, years_over
from congbo.site.facet_facts import data_facts, facet_facts
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, sections
from congbo.site.registers import counted, data_periods, has_years, named, parts
from congbo.site.relation_facts import relations_facts
from congbo.site.relations import has_relations
from congbo.site.views.registers import RelationsFacts


def _registers(index: Index) -> Iterator[tuple[str, str]]:
    return ((section, lang) for section, lang in sections(index) if index.view_of(section) == "document")


def _facets(index: Index) -> Iterator[Key]:
    for section, lang in _registers(index):
        for kind in FACETS:
            for value, _ in counted(index.answer("filed_values", lang, section, kind)):
                if named(index, section, lang, kind, value):
                    yield from _periods(index, section, lang, kind, value, "")


def _periods(index: Index, section: str, lang: str, kind: str, value: str, period: str) -> Iterator[Key]:
    yield section, lang, kind, value, period
    for part, _ in parts(index, section, lang, kind, value, period):
        yield from _periods(index, section, lang, kind, value, part)


def _data(index: Index) -> Iterator[Key]:
    for section, lang in _registers(index):
        yield from ((section, lang, period) for period in data_periods(index, section, lang))


def _effects(index: Index) -> Iterator[Key]:
    for section, lang in _registers(index):
        if has_years(index, section, lang):
            yield section, lang, ""
            yield from ((section, lang, year) for year in years_over(index, section, lang))


def _related(index: Index, row: Row) -> Iterator[Key]:
    """The documents whose relations turn on a row: itself, those that it names, those that name it."""
    yield (row.path,)
    numbers = (*row.names, *(value for kind, value in row.terms if kind == CITES))
    for number in numbers:
        yield from ((path,) for path in index.shelf.answer("number", row.lang, number))
    if row.number:
        yield from ((path,) for path in index.shelf.answer("naming", row.lang, row.number))
        yield from ((path,) for path in index.shelf.answer("of_term", row.lang, CITES, row.number))


def _stands(index: Index, key: Key) -> bool:
    return index.shelf.state(key[0]) == SHOWN and has_relations(index, index.item(key[0]))


def _relations_facts(index: Index, path: str) -> RelationsFacts:
    return relations_facts(index, index.item(path))


KINDS = (
    Kind("facet", "facet.html", facet_facts, keys=_facets),
    Kind("register_data", "", data_facts, keys=_data),
    Kind("effects", "effects.html", effects_facts, keys=_effects),
    Kind("relations", "relations.html", _relations_facts, near=_related, stands=_stands, of_item=True, sourced=True),
)
