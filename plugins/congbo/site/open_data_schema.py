"""What the files of open data hold, told to programs: a JSON Schema a type, and one list of everything (Data Package)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from congbo.facts import data_addresses
from congbo.site.index import Index
from congbo.site.open_data_rows import MANY, Column, columns

Schema = dict[str, Any]

_DAY = {"type": "string", "format": "date"}
_URL = {"type": "string", "format": "uri"}
_BY_KIND: Mapping[str, Schema] = {
    "date": _DAY,
    "datetime": {"type": "string", "format": "date-time"},
    "period": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d$"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "url": _URL,
    "file": _URL,
    "table": _URL,
    "image": _URL,
    "email": {"type": "string", "format": "email"},
}
_NEEDED = ("id", "language", "section", "url", "title", "summary", "published")
# Kinds as a Data Package calls them; all others are strings.
_PACKAGED: Mapping[str, str] = {"date": "date", "datetime": "datetime", "number": "number", "flag": "boolean"}


def schema(index: Index, type_id: str) -> Schema:
    """Return the schema of a file: a list of items."""
    known = columns(index, type_id)
    item = {
        "type": "object",
        "properties": {one.id: _property(index, one) for one in known},
        "required": list(_NEEDED),
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": index.absolute(data_addresses.data_schema(type_id)),
        "title": index.corpus.policy.types.types[type_id].name.vi,
        "type": "array",
        "items": item,
    }


def _property(index: Index, column: Column) -> Schema:
    said = {"title": f"{column.label(index, 'vi')} / {column.label(index, 'en')}"}
    if explained := column.explanation(index, "vi"):
        said["description"] = explained
    return said | _value(index, column)


def _value(index: Index, column: Column) -> Schema:
    if column.kind == "choice":
        terms = index.corpus.policy.vocabularies[index.corpus.policy.types.fields[column.id].vocabulary].terms
        return {"oneOf": [{"const": term.id, "title": term.name.vi} for term in terms]}
    if column.id == "language":
        return {"enum": list(index.portal.languages)}
    if column.kind in MANY:
        one = _URL if column.kind == "files" else {"type": "string"}
        return {"type": "array", "minItems": 1, "items": one}
    return _BY_KIND.get(column.kind, {"type": "string"})


def package(index: Index, sets: Mapping[str, Sequence[str]]) -> Schema:
    """Return the list of all sets: files in the order of their months, fields, licence."""
    licence = index.portal.licence
    said: Schema = {
        "name": index.portal.id,
        "title": index.portal.name.vi,
        "homepage": index.absolute(data_addresses.open_data("vi")),
        "resources": [_resource(index, type_id, months) for type_id, months in sets.items()],
    }
    return said | ({"licenses": [{"title": licence.name.vi, "path": licence.url}]} if licence else {})


def _resource(index: Index, type_id: str, months: Sequence[str]) -> Schema:
    return {
        "name": data_addresses.data_name(type_id),
        "title": index.corpus.policy.types.types[type_id].name.vi,
        "path": [
            data_addresses.beside_package(data_addresses.data(type_id, month, "csv")) for month in reversed(months)
        ],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(index, one) for one in columns(index, type_id)], "primaryKey": "id"},
    }


def _field(index: Index, column: Column) -> Schema:
    kind = _PACKAGED.get(column.kind, "string")
    said = {"name": column.id, "type": kind, "title": column.label(index, "vi")}
    if explained := column.explanation(index, "vi"):
        said["description"] = explained
    return said | ({"format": "any"} if kind == "datetime" else {})
