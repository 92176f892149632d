"""Content types, fields, field lists, sections and vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from congbo.message import Texts
from congbo.place import Place
from congbo.policy.shape import Reader, day, ident, listed, may, need, one_of, record, table, text, texts

FIELD_TYPES = (
    "text", "longtext", "texts", "names", "date", "datetime", "period", "number", "money", "flag", "choice",
    "unit", "units", "holder", "phone", "email", "url", "file", "files", "image", "table", "document_number",
    "document_numbers", "items", "translation",
)  # fmt: skip

VIEWS = (
    "news", "document", "consultation", "statistics", "link", "question", "project", "plan", "science",
    "organisation", "person", "service", "information", "chart", "page", "map", "schedule", "decision",
    "statement", "forum",
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One field: its type, label and explanation. ``key`` is its front-matter key where that differs from its id."""

    type: str
    name: Texts
    place: Place
    explain: Texts | None = None
    vocabulary: str = ""
    key: str = ""


@dataclass(frozen=True)
class ContentType:
    """A content type: the fields that its items may carry, and the view that shows them."""

    name: Texts
    view: str
    place: Place
    fields: tuple[str, ...] = ()
    not_before: Mapping[str, str] = field(default_factory=dict)
    counts_as: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FieldList:
    """A named list of fields that clauses refer to."""

    name: Texts
    fields: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class TypeTable:
    """``types.yml`` as a whole."""

    types: Mapping[str, ContentType]
    fields: Mapping[str, Field]
    every_item: tuple[str, ...]
    field_lists: Mapping[str, FieldList]
    place: Place
    record_types: tuple[str, ...] = ()

    def fields_of(self, type_id: str) -> Mapping[str, str]:
        """Return the front-matter key -> field id of everything that an item of the type may carry."""
        ids = (*self.every_item, *self.types[type_id].fields)
        return {self.fields[i].key or i: i for i in ids}

    def key_of(self, field_id: str) -> str:
        """Return the front-matter key under which the field is written."""
        known = self.fields.get(field_id)
        return (known.key if known else "") or field_id


@dataclass(frozen=True)
class Section:
    """A section of a portal and the content types that it accepts."""

    id: str
    name: Texts
    types: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Term:
    """One value of a vocabulary."""

    id: str
    name: Texts
    place: Place
    abbreviation: str = ""
    from_: date | None = None
    until: date | None = None
    permission: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of values."""

    id: str
    terms: tuple[Term, ...]
    place: Place

    def get(self, term: str) -> Term | None:
        """Return the value of that id, or None."""
        return next((t for t in self.terms if t.id == term), None)


_FIELD = record(
    Field,
    {
        "type": need(one_of(*FIELD_TYPES)),
        "name": need(texts),
        "explain": may(texts),
        "vocabulary": may(ident),
        "key": may(ident),
    },
)
_TYPE = record(
    ContentType,
    {
        "name": need(texts),
        "view": need(one_of(*VIEWS)),
        "fields": may(listed(ident)),
        "not_before": may(table(ident)),
        "counts_as": may(table(ident)),
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
        "record_types": may(listed(ident)),
    },
)

read_section = record(Section, {"id": need(ident), "name": need(texts), "types": need(listed(ident))})
read_term = record(
    Term,
    {
        "id": need(ident),
        "name": need(texts),
        "abbreviation": may(text),
        "from": may(day, "from_"),
        "until": may(day),
        "permission": may(text),
    },
)
