"""What clauses ask for beside an item's fields: facts of portals, units and holders, and forms of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from congbo.errors import refuse
from congbo.message import Texts
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.shape import may, need, record, table, text, texts
from congbo.strict import Node


@dataclass(frozen=True)
class Fact(Keyed):
    """What clauses ask of a portal, unit or holder: its label, and the labels of its values where they are ids."""

    name: Texts
    place: Place
    values: Mapping[str, Texts] = field(default_factory=dict)
    places: Mapping[str, Place] = no_places()


class Pattern(Struct, frozen=True):
    """A named form that a clause may ask of a field's text, such as an official mail address."""

    name: Texts
    matches: re.Pattern[str]
    place: Place


def _expression(node: Node) -> re.Pattern[str]:
    """Read a regular expression, which is to match a text as a whole."""
    try:
        return re.compile(text(node))
    except re.error as error:
        raise refuse("policy.not_a_pattern", node.place, value=text(node)) from error


read_fact = record(Fact, {"name": need(texts), "values": may(table(texts))})
read_pattern = record(Pattern, {"name": need(texts), "matches": need(_expression)})
