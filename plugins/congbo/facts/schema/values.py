"""What the value of a key looks like, by field type; the same shapes as ``congbo.typed`` reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from congbo.policy import Policy
from congbo.policy.content import Field
from congbo.typed import shapes
from congbo.typed.publishing import SUM, WITHDRAWALS

Schema = dict[str, Any]

_DAY = r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_MOMENT = _DAY + r"(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?"
_PART = r"(?:19|20|21)\d\d(?:-(?:0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?"

LINE: Schema = {"type": "string", "pattern": r"^[^\n]*\S[^\n]*$"}
TEXT: Schema = {"type": "string", "pattern": r"\S"}


def whole(pattern: str) -> Schema:
    """Return the schema of texts that match an expression as a whole."""
    return {"type": "string", "pattern": f"^(?:{pattern})$"}


def many(one: Schema) -> Schema:
    """Return the schema of lists that are not empty."""
    return {"type": "array", "minItems": 1, "items": one}


def any_case(pattern: re.Pattern[str]) -> str:
    """Return an expression for engines without flags: where case did not count, both cases of each letter class."""
    if not pattern.flags & re.IGNORECASE:
        return pattern.pattern
    return pattern.pattern.replace("a-z", "A-Za-z").replace("https?", "[Hh][Tt][Tt][Pp][Ss]?")


MOMENT = whole(_MOMENT)
ID = whole(shapes.ID.pattern)
FILE = whole(shapes.FILE.pattern)
IMAGE: Schema = {
    "type": "object",
    "properties": {"file": FILE, "alt": LINE},
    "required": ["file", "alt"],
    "additionalProperties": False,
}

DAY = whole(_DAY) | {"format": "date"}


def keys(needed: Mapping[str, Schema], allowed: Mapping[str, Schema] | None = None) -> Schema:
    """Return the schema of a mapping with these keys and no other."""
    properties = {**needed, **(allowed or {})}
    return {"type": "object", "properties": properties, "required": list(needed), "additionalProperties": False}


BY_TYPE: Mapping[str, Schema] = {
    "text": LINE,
    "longtext": TEXT,
    "texts": many(LINE),
    "names": {"anyOf": [LINE, many(LINE)]},
    "date": DAY,
    "datetime": MOMENT,
    "period": whole(f"{_PART}(?:/{_PART})?") | {"type": ["string", "integer"]},
    "number": whole(shapes.NUMBER.pattern),
    "money": whole(shapes.MONEY.pattern),
    "flag": {"type": "boolean"},
    "phone": whole(shapes.PHONE.pattern),
    "email": whole(shapes.EMAIL.pattern) | {"format": "email"},
    "url": whole(any_case(shapes.URL)) | {"format": "uri"},
    "file": FILE,
    "files": many(FILE),
    "table": FILE,
    "image": IMAGE,
    "document_number": LINE,
    "document_numbers": many(LINE),
    "items": many(ID),
    "translation": ID,
    "holder": ID,
    "notes": many(keys({"ngay": DAY, "noi_dung": LINE}, {"an_ban_cu": LINE})),
    "withdrawal": keys({"loai": {"enum": list(WITHDRAWALS)}, "ngay": DAY, "can_cu": LINE}, {"thay_bang": ID}),
    "review_by": keys({"han": DAY, "chuc_danh": LINE}),
    "translated": keys({"ngay": DAY, "ma": many(whole(SUM))}),
}


def _choice(policy: Policy, field: Field) -> Schema:
    terms = policy.vocabularies[field.vocabulary].terms
    return {
        "type": "string",
        "enum": [term.id for term in terms],
        "enumDescriptions": [term.name.vi for term in terms],
    }


def _unit(policy: Policy, _: Field) -> Schema:
    return {"$ref": "#/$defs/unit"} if policy.units else ID


def _units(policy: Policy, field: Field) -> Schema:
    return many(_unit(policy, field))


_BY_POLICY: Mapping[str, Callable[[Policy, Field], Schema]] = {
    "choice": _choice,
    "unit": _unit,
    "units": _units,
}


def value_schema(policy: Policy, field: Field) -> Schema:
    """Return the schema of a field, with its label and explanation in Vietnamese."""
    made = _BY_POLICY.get(field.type)
    found = made(policy, field) if made else BY_TYPE[field.type]
    said = {"title": field.name.vi} | ({"description": field.explain.vi} if field.explain else {})
    return said | found


def unit_schema(policy: Policy) -> Schema:
    """Return the schema of a unit's id."""
    units = policy.units.values()
    return {"type": "string", "enum": [unit.id for unit in units], "enumDescriptions": [unit.name for unit in units]}
