"""Readers: from strict YAML nodes to typed values. A reader takes a node and returns a value or refuses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct

from congbo.dates import parse_date
from congbo.errors import refuse
from congbo.message import Texts
from congbo.strict import Mapping as MappingNode
from congbo.strict import Node, Scalar, Sequence
from congbo.text.regex import regex

T = TypeVar("T")
Reader = Callable[[Node], T]

IDENT = regex(r"[a-z0-9][a-z0-9_-]*")


class Key(Struct, frozen=True):
    """One key of a record: how its value is read, whether it must be there, and the attribute it becomes."""

    read: Reader[Any]
    required: bool = False
    name: str = ""


def need(read: Reader[Any], name: str = "") -> Key:
    """Return a key that must be given."""
    return Key(read, required=True, name=name)


def may(read: Reader[Any], name: str = "") -> Key:
    """Return a key that may be left out; the attribute then keeps its default."""
    return Key(read, name=name)


def text(node: Node) -> str:
    """Read a text that is not empty; a plain null counts as empty."""
    scalar = _scalar(node)
    if not scalar.text.strip() or (scalar.plain and scalar.text in ("null", "~")):
        raise refuse("policy.empty_value", node.place)
    return scalar.text.strip()


def ident(node: Node) -> str:
    """Read an id of ASCII letters, digits, ``_`` and ``-``."""
    found = text(node)
    if not IDENT.fullmatch(found):
        raise refuse("policy.not_an_id", node.place, value=found)
    return found


def flag(node: Node) -> bool:
    """Read true or false."""
    scalar = _scalar(node)
    if not scalar.plain or scalar.text not in ("true", "false"):
        raise refuse("policy.not_a_flag", node.place, value=scalar.text)
    return scalar.text == "true"


def integer(node: Node) -> int:
    """Read a whole number from 0."""
    scalar = _scalar(node)
    if not scalar.plain or not re.fullmatch(r"0|[1-9]\d{0,8}", scalar.text):
        raise refuse("policy.not_a_number", node.place, value=scalar.text)
    return int(scalar.text)


def day(node: Node) -> date:
    """Read an ISO date."""
    found = parse_date(_scalar(node).text)
    if found is None:
        raise refuse("policy.not_a_date", node.place, value=_scalar(node).text)
    return found


def maybe(read: Reader[T]) -> Reader[T | None]:
    """Read null as None, everything else with ``read``."""

    def reader(node: Node) -> T | None:
        return None if isinstance(node, Scalar) and node.plain and node.text in ("null", "~") else read(node)

    return reader


def one_of(*allowed: str) -> Reader[str]:
    """Read one of the given words."""

    def reader(node: Node) -> str:
        found = text(node)
        if found not in allowed:
            raise refuse("policy.not_one_of", node.place, value=found, allowed=allowed)
        return found

    return reader


def listed(read: Reader[T]) -> Reader[tuple[T, ...]]:
    """Read a list."""

    def reader(node: Node) -> tuple[T, ...]:
        if not isinstance(node, Sequence):
            raise refuse("policy.not_a_list", node.place)
        return tuple(read(child) for child in node.nodes)

    return reader


def one_or_more(read: Reader[T]) -> Reader[tuple[T, ...]]:
    """Read a list, or one value as a list of one."""

    def reader(node: Node) -> tuple[T, ...]:
        return listed(read)(node) if isinstance(node, Sequence) else (read(node),)

    return reader


def table(read: Reader[T], key: Reader[str] | None = None) -> Reader[Mapping[str, T]]:
    """Read a mapping from free keys (ids unless ``key`` reads them otherwise) to values."""

    def reader(node: Node) -> Mapping[str, T]:
        mapping = _mapping(node)
        return {_key(mapping, name, key or ident): read(child) for name, child in mapping.nodes.items()}

    return reader


def record(make: Callable[..., T], keys: Mapping[str, Key], **fixed: object) -> Reader[T]:
    """Read a mapping with known keys into ``make(**attributes)``; an unknown key is refused with the known ones.

    ``make`` gets ``place`` and ``places`` (those of its keys) too if it has such fields.
    """
    takes = getattr(make, "__annotations__", {})

    def reader(node: Node) -> T:
        mapping = _mapping(node)
        _refuse_unknown(mapping, keys)
        values = {k.name or n: k.read(mapping.nodes[n]) for n, k in keys.items() if n in mapping.nodes}
        missing = [n for n, k in keys.items() if k.required and n not in mapping.nodes]
        if missing:
            raise refuse("policy.missing_key", node.place, keys=missing)
        _refuse_backwards(mapping, values)
        if "place" in takes:
            values["place"] = _first_place(mapping)
        if "places" in takes:
            values["places"] = mapping.keys
        return make(**values, **fixed)

    return reader


def texts(node: Node) -> Texts:
    """Read ``{vi, en}`` (both needed; ``zh`` where there is one)."""
    return record(Texts, {"vi": need(text), "en": need(text), "zh": may(text)})(node)


def _first_place(mapping: MappingNode) -> Any:
    return next(iter(mapping.keys.values()), mapping.place)


def _refuse_unknown(mapping: MappingNode, keys: Mapping[str, Key]) -> None:
    for name in mapping.nodes:
        if name not in keys:
            raise refuse("policy.unknown_key", mapping.at(name), key=name, known=sorted(keys))


def _refuse_backwards(mapping: MappingNode, values: Mapping[str, Any]) -> None:
    """Whatever has a first and a last day has them in this order."""
    first, last = values.get("from_"), values.get("until")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise refuse("policy.until_before_from", mapping.at("until"))


def _key(mapping: MappingNode, name: str, read: Reader[str]) -> str:
    return read(Scalar(mapping.at(name), name, True))


def _scalar(node: Node) -> Scalar:
    if not isinstance(node, Scalar):
        raise refuse("policy.not_a_value", node.place)
    return node


def _mapping(node: Node) -> MappingNode:
    if not isinstance(node, MappingNode):
        raise refuse("policy.not_a_mapping", node.place)
    return node
