"""Types, fields, vocabularies, sections and units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.content import TAGS, TERMS_OF_DAYS, TERMS_OF_WORDS, ContentType, TypeTable
from congbo.policy.model import Policy
from congbo.policy.verify.references import known


def verify_types(policy: Policy) -> None:
    """Refuse types, fields and lists that refer to nothing."""
    table = policy.types
    for name in table.every_item:
        known(name, table.fields, table.place, "field")
    _terms(table, {*table.every_item, TAGS}, table.terms, table.place)
    for type_ in table.types.values():
        _type(table, type_)
    for field in table.fields.values():
        known(field.vocabulary, policy.vocabularies, field.at("vocabulary"), "vocabulary")
        if field.type == "choice" and not field.vocabulary:
            raise refuse("policy.choice_without_vocabulary", field.at("type"))
    for listing in table.field_lists.values():
        for name in listing.fields:
            known(name, table.fields, listing.place, "field")
    _vocabularies(policy)


def _type(table: TypeTable, type_: ContentType) -> None:
    for name in type_.fields:
        known(name, table.fields, type_.at("fields"), "field")
    own = {*table.every_item, *type_.fields}
    for key, names in _between_fields(type_):
        for name in names:
            known(name, own, type_.at(key), "field")
    _terms(table, own, type_.terms, type_.at("terms"))


def _terms(table: TypeTable, own: Collection[str], terms: Mapping[str, tuple[str, ...]], place: Place) -> None:
    """Refuse terms of fields that the item does not have, and kinds that cannot be made of what the field holds."""
    for name, kinds in terms.items():
        known(name, own, place, "field")
        of_days = name != TAGS and table.fields[name].type in ("date", "datetime")
        for kind in kinds:
            known(kind, TERMS_OF_DAYS if of_days else TERMS_OF_WORDS, place, "term")


def _between_fields(type_: ContentType) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "counts_as", (*type_.counts_as, *type_.counts_as.values())
    yield "not_before", (*type_.not_before, *type_.not_before.values())
    yield "needs", (*type_.needs, *(name for names in type_.needs.values() for name in names))
    yield "as_of", (*type_.as_of, *type_.as_of.values())
    yield "unique", type_.unique
    yield "shown_until", (type_.shown_until,) if type_.shown_until else ()


def _vocabularies(policy: Policy) -> None:
    for vocabulary in policy.vocabularies.values():
        seen: dict[str, Place] = {}
        for term in vocabulary.terms:
            if term.id in seen:
                raise refuse("policy.duplicate_id", term.place, id=term.id, first=str(seen[term.id]))
            seen[term.id] = term.place


def verify_sections(policy: Policy) -> None:
    """Refuse sections that take unknown types."""
    for section in policy.sections.values():
        for name in section.types:
            known(name, policy.types.types, section.at("types"), "type")


def verify_units(policy: Policy) -> None:
    """Refuse units with a wrong term, unknown successors or the name of another place."""
    for unit in policy.units.values():
        if unit.from_ and unit.until and unit.until < unit.from_:
            raise refuse("policy.until_before_from", unit.at("until"))
        if unit.locality not in unit.name:
            raise refuse("policy.locality", unit.at("locality"), value=unit.locality, name=unit.name)
        for successor in unit.successors:
            known(successor, policy.units, unit.at("successors"), "unit")
