"""Content types, fields and field lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.asked import Fact, Pattern, read_fact, read_pattern
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.record_types import RecordField, RecordType, read_record_field, read_record_type
from congbo.policy.shape import (
    Reader,
    flag,
    ident,
    listed,
    may,
    need,
    one_of,
    one_or_more,
    record,
    table,
    texts,
)

FIELD_TYPES = (
    "text", "longtext", "texts", "names", "date", "datetime", "period", "number", "money", "flag", "choice",
    "unit", "units", "holder", "phone", "email", "url", "file", "files", "image", "table", "document_number",
    "document_numbers", "items", "translation", "notes", "withdrawal", "review_by",
    "translated",
)  # fmt: skip

# What an item may be found by: kinds that take a field's words, and kinds that are worked out from a date.
TERMS_OF_WORDS = ("topic", "field", "issuer", "form", "state", "unit", "indicator", "cites", "leader")
TERMS_OF_DAYS = ("year", "day", "week", "month", "issued", "closes")
# Pelican's own key for an item's words, which is no field.
TAGS = "tags"

VIEWS = (
    "news", "document", "consultation", "statistics", "link", "question", "project", "plan", "science",
    "organisation", "person", "service", "information", "chart", "page", "map", "schedule", "decision",
    "statement", "forum",
)  # fmt: skip


@dataclass(frozen=True)
class Field(Keyed):
    """One field: its type, label and explanation. ``key`` is its front-matter key where that differs from its id.

    ``happened``: a date that lies in the past as soon as somebody can write it. ``contact``: a text in which an office says
    how it is reached, so that telephone numbers and mailboxes in it are meant for the public. ``running``: tells how far a
    matter has come, so that it changes without anything having been wrong.
    """

    type: str
    name: Texts
    place: Place
    explain: Texts | None = None
    vocabulary: str = ""
    key: str = ""
    happened: bool = False
    contact: bool = False
    running: bool = False
    places: Mapping[str, Place] = no_places()


@dataclass(frozen=True)
class ContentType(Keyed):
    """A content type: the fields that its items may carry, the view that shows them, and how its fields hang together.

    ``not_before``: date -> the date that it must not precede. ``needs``: field -> the fields without which it may not
    stand. ``as_of``: field -> the date on which what it names must exist (the item's own day where none is named).
    ``unique``: the fields that tell two items apart. ``shown_until``: the date after which an item is no longer shown.
    ``by_leave``: only where a clause of the portal's regulation speaks of the type. ``terms``: field -> the kinds of lists
    that find an item by it.
    """

    name: Texts
    view: str
    place: Place
    fields: tuple[str, ...] = ()
    not_before: Mapping[str, str] = field(default_factory=dict)
    counts_as: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    as_of: Mapping[str, str] = field(default_factory=dict)
    unique: tuple[str, ...] = ()
    shown_until: str = ""
    by_leave: bool = False
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = no_places()


class FieldList(Struct, frozen=True):
    """A named list of fields that clauses refer to."""

    name: Texts
    fields: tuple[str, ...]
    place: Place


class TypeTable(Struct, frozen=True):
    """``types.yml`` as a whole. ``facts`` names what clauses ask of portals, units and holders; ``terms`` are those of every
    item."""

    types: Mapping[str, ContentType]
    fields: Mapping[str, Field]
    every_item: tuple[str, ...]
    field_lists: Mapping[str, FieldList]
    place: Place
    record_fields: Mapping[str, RecordField] = {}
    record_types: Mapping[str, RecordType] = {}
    facts: Mapping[str, Fact] = {}
    patterns: Mapping[str, Pattern] = {}
    terms: Mapping[str, tuple[str, ...]] = {}

    def fields_of(self, type_id: str) -> Mapping[str, str]:
        """Return the front-matter key -> field id of everything that an item of the type may carry."""
        ids = (*self.every_item, *self.types[type_id].fields)
        return {self.fields[i].key or i: i for i in ids}

    def label(self, field_id: str, *, of_item: bool = True) -> Texts:
        """Return the label of an item's field, or of a fact of something else; the id itself if it has none."""
        known: Field | Fact | RecordField | None = self.fields.get(field_id) if of_item else None
        known = known or self.facts.get(field_id) or self.fields.get(field_id) or self.record_fields.get(field_id)
        return known.name if known else Texts(field_id, field_id)

    def key_of(self, field_id: str) -> str:
        """Return the front-matter key under which the field is written."""
        known = self.fields.get(field_id)
        return (known.key if known else "") or field_id


_FIELD = record(
    Field,
    {
        "type": need(one_of(*FIELD_TYPES)),
        "name": need(texts),
        "explain": may(texts),
        "vocabulary": may(ident),
        "key": may(ident),
        "happened": may(flag),
        "contact": may(flag),
        "running": may(flag),
    },
)
_TERMS = table(one_or_more(one_of(*TERMS_OF_WORDS, *TERMS_OF_DAYS)))
_TYPE = record(
    ContentType,
    {
        "name": need(texts),
        "view": need(one_of(*VIEWS)),
        "fields": may(listed(ident)),
        "not_before": may(table(ident)),
        "counts_as": may(table(ident)),
        "needs": may(table(one_or_more(ident))),
        "as_of": may(table(ident)),
        "unique": may(listed(ident)),
        "shown_until": may(ident),
        "by_leave": may(flag),
        "terms": may(_TERMS),
    },
)
_FIELD_LIST = record(FieldList, {"name": need(texts), "fields": need(listed(ident))})

read_types: Reader[TypeTable] = record(
    TypeTable,
    {
        "every_item": need(listed(ident)),
        "types": need(table(_TYPE)),
        "fields": need(table(_FIELD)),
        "field_lists": need(table(_FIELD_LIST)),
        "record_fields": may(table(read_record_field)),
        "record_types": may(table(read_record_type)),
        "facts": may(table(read_fact)),
        "patterns": may(table(read_pattern)),
        "terms": may(_TERMS),
    },
)
