"""Types, fields, vocabularies, sections and units."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.model import Policy
from congbo.policy.verify.references import known


def verify_types(policy: Policy) -> None:
    """Refuse types, fields and lists that refer to nothing."""
    table = policy.types
    for name in table.every_item:
        known(name, table.fields, table.place, "field")
    for type_ in table.types.values():
        used = (
            *type_.fields,
            *type_.not_before,
            *type_.not_before.values(),
            *type_.counts_as,
            *type_.counts_as.values(),
        )
        for name in used:
            known(name, table.fields, type_.place, "field")
    for field in table.fields.values():
        known(field.vocabulary, policy.vocabularies, field.place, "vocabulary")
        if field.type == "choice" and not field.vocabulary:
            raise refuse("policy.choice_without_vocabulary", field.place)
    for listing in table.field_lists.values():
        for name in listing.fields:
            known(name, table.fields, listing.place, "field")
    _vocabularies(policy)


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
            known(name, policy.types.types, section.place, "type")


def verify_units(policy: Policy) -> None:
    """Refuse units with a wrong term or unknown successors."""
    for unit in policy.units.values():
        if unit.from_ and unit.until and unit.until < unit.from_:
            raise refuse("policy.until_before_from", unit.place)
        for successor in unit.successors:
            known(successor, policy.units, unit.place, "unit")
