"""Types of records, before any record is read by them."""

from __future__ import annotations

from collections.abc import Mapping

from congbo.errors import refuse
from congbo.policy.content import TypeTable
from congbo.policy.record_types import RecordType
from congbo.policy.verify.references import known
from congbo.policy.vocabulary import Vocabulary

DATED = ("date", "datetime")


def verify_record_types(types: TypeTable, vocabularies: Mapping[str, Vocabulary]) -> None:
    """Refuse fields of unknown vocabularies, and types that name fields which they do not have or that are no dates."""
    for field in types.record_fields.values():
        known(field.vocabulary, vocabularies, field.place, "vocabulary")
        if field.type == "choice" and not field.vocabulary:
            raise refuse("policy.choice_without_vocabulary", field.place)
    for of in types.record_types.values():
        for name in of.fields:
            known(name, types.record_fields, of.place, "field")
        special = (of.kind, of.by, of.to, of.period)
        for name in (*of.required, of.dated_by, *special, *of.not_before, *of.not_before.values()):
            known(name, of.fields, of.place, "field")
        _dates(types, of)


def _dates(types: TypeTable, of: RecordType) -> None:
    for name in (of.dated_by, *of.not_before, *of.not_before.values()):
        if types.record_fields[name].type not in DATED:
            raise refuse("record.not_a_date_field", of.place, field=name)
    if of.dated_by not in of.required:
        raise refuse("record.undated", of.place, field=of.dated_by)
