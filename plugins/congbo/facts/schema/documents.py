"""Whole schemas: of one type, of a portal, and of every portal as files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from congbo.facts.precedence import allows
from congbo.facts.schema.clauses import always, demands, followed
from congbo.facts.schema.house import house_keys, required
from congbo.facts.schema.values import Schema, unit_schema, value_schema
from congbo.policy import Policy
from congbo.policy.portals import Portal

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".github/schemas"
SHARED = "types.json"


def type_schema(policy: Policy, type_id: str, portal: Portal | None = None, on: date | None = None) -> Schema:
    """Return the schema of the items of a type: of a portal with what its regulation demands, or of any portal without.

    ``on`` is the day whose regulation counts; without it the last one that the portal followed.
    """
    name = f"{portal.id}:{type_id}" if portal else type_id
    own, more = _type(policy, type_id), _of(policy, type_id, portal, on, "")
    wanted = more.get("allOf", [])
    return _head(name, own["title"]) | {
        **own,
        "properties": own["properties"] | more.get("properties", {}),
        "required": list(dict.fromkeys((*own["required"], *always(wanted)))),
        **({"allOf": wanted} if wanted else {}),
        "$defs": _definitions(policy, (type_id,)),
    }


def portal_schema(policy: Policy, portal: Portal | None = None, on: date | None = None) -> Schema:
    """Return one schema for the items of every type that a portal may show; without a portal, of every type."""
    shown = tuple(one for one in policy.types.types if portal is None or shows(policy, portal, one, on))
    return _by_type(policy, shown, portal, on, "") | {"$defs": _definitions(policy, shown)}


def schemas(policy: Policy) -> Mapping[str, str]:
    """Return the files of all schemas, repository path -> text, the same for the same policies on every day.

    What every portal's items have in common stands in one file, to which the portals' files refer.
    """
    everything = tuple(policy.types.types)
    shared = _head("types", "Mục tin") | {"$id": SHARED, "$defs": _definitions(policy, everything)}
    files = {SHARED: shared}
    for portal in policy.portals.values():
        shown = tuple(one for one in everything if shows(policy, portal, one, None))
        files[f"{portal.id}.json"] = _by_type(policy, shown, portal, None, SHARED)
    return {f"{FOLDER}/{name}": written(schema) for name, schema in files.items()}


def written(schema: Schema) -> str:
    """Return a schema as text."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _head(name: str, title: str) -> Schema:
    return {"$schema": DIALECT, "$id": f"urn:congbo:{name}", "title": title}


def _by_type(policy: Policy, shown: Sequence[str], portal: Portal | None, on: date | None, file: str) -> Schema:
    head = _head(portal.id, portal.name.vi) if portal else _head("all", "Mục tin")
    if file:
        head["$id"] = f"{portal.id}.json" if portal else file  # so that a reference leads to the file beside it
    names = [policy.types.types[one].name.vi for one in shown]
    branches = [
        {
            "if": {"properties": {"type": {"const": one}}, "required": ["type"]},
            "then": _of(policy, one, portal, on, file),
        }
        for one in shown
    ]
    kinds = {"type": {"enum": list(shown), "enumDescriptions": names}}
    return head | {"type": "object", "properties": kinds, "required": required(), "allOf": branches}


def _of(policy: Policy, type_id: str, portal: Portal | None, on: date | None, file: str) -> Schema:
    """Return what items of a type must be: the type itself, the portal's languages and networks, what clauses demand."""
    own = {"$ref": f"{file}#/$defs/{type_id}"}
    if portal is None:
        return own
    keys = {"lang": {"enum": list(portal.languages)}, "editions": {"items": {"enum": list(portal.editions)}}}
    wanted = list(demands(policy, portal, type_id, on))
    return own | {"properties": keys} | ({"allOf": wanted} if wanted else {})


def _definitions(policy: Policy, types: Sequence[str]) -> Schema:
    """Return the types, and the fields and keys that they consist of."""
    fields = dict.fromkeys(field for one in types for field in policy.types.fields_of(one).values())
    made = {f"field.{name}": value_schema(policy, policy.types.fields[name]) for name in fields}
    keys = {f"key.{name}": value for name, value in house_keys().items()}
    return {one: _type(policy, one) for one in types} | keys | made | {"unit": unit_schema(policy)}


def _type(policy: Policy, type_id: str) -> Schema:
    fields = policy.types.fields_of(type_id)
    keys = {key: {"$ref": f"#/$defs/key.{key}"} for key in house_keys()}
    keys |= {key: {"$ref": f"#/$defs/field.{field}"} for key, field in fields.items()}
    needs = policy.types.types[type_id].needs.items()
    key_of = policy.types.key_of
    return {
        "title": policy.types.types[type_id].name.vi,
        "type": "object",
        "properties": keys | {"type": {"const": type_id}},
        "required": required(),
        "additionalProperties": False,
        "dependentRequired": {key_of(name): [key_of(other) for other in others] for name, others in needs},
    }


def shows(policy: Policy, portal: Portal, type_id: str, on: date | None) -> bool:
    """Tell whether a portal may show items of a type; ``on`` as in ``type_schema``."""
    prefix = followed(portal, on)
    return not policy.types.types[type_id].by_leave or bool(prefix and allows(policy, portal, type_id, prefix))
