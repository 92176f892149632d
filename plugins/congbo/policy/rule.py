"""One entry of a clause's ``met_by``: a check with its parameters, a feature, a record, or who is answerable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.keyed import Keyed, no_places
from congbo.policy.kinds import COMMON, FEATURE, KINDS, RECORD
from congbo.policy.selector import EVERYTHING, Selector
from congbo.policy.shape import Key, ident, listed, may, need, one_of, record, text
from congbo.strict import Mapping as MappingNode
from congbo.strict import Node, Scalar

MEANS = ("check", "feature", "record", "organisation", "same_as")


@dataclass(frozen=True)
class Rule(Keyed):
    """How a clause is met. ``means`` is one of MEANS, ``name`` the check, feature, record type or clause."""

    means: str
    name: str
    place: Place
    selector: Selector = EVERYTHING
    params: Mapping[str, Any] = field(default_factory=dict)
    yields_to: tuple[str, ...] = ()
    if_any: Any = None
    suggest: Any = None
    planned: str = ""
    places: Mapping[str, Place] = no_places()

    @property
    def checked_by(self) -> str:
        """Return the check that judges the rule: a check's own kind, "record" for every record, "" where none does."""
        return {"check": self.name, "record": "record"}.get(self.means, "")


def read_rule(node: Node) -> Rule:
    """Read an entry of ``met_by``; it must begin with exactly one of the MEANS."""
    if not isinstance(node, MappingNode):
        raise refuse("policy.not_a_mapping", node.place)
    first = next(iter(node.nodes), "")
    if first not in MEANS:
        raise refuse("policy.rule_begins_with", node.place, known=MEANS)
    return _BY_MEANS[first](node)


def _check(node: MappingNode) -> Rule:
    name = one_of(*KINDS)(node.nodes["check"])
    return _ruled(node, "check", name, KINDS[name])


def _feature(node: MappingNode) -> Rule:
    return _ruled(node, "feature", ident(node.nodes["feature"]), FEATURE)


def _record(node: MappingNode) -> Rule:
    return _ruled(node, "record", ident(node.nodes["record"]), RECORD)


def _organisation(node: MappingNode) -> Rule:
    keys = {"organisation": need(listed(ident)), "planned": may(ident)}
    return record(_answerable, keys)(node)


def _answerable(organisation: tuple[str, ...], place: Place, planned: str = "") -> Rule:
    return Rule("organisation", ", ".join(organisation), place, params={"bodies": organisation}, planned=planned)


def _same(same_as: str, place: Place) -> Rule:
    return Rule("same_as", same_as, place)


def _same_as(node: MappingNode) -> Rule:
    return record(_same, {"same_as": need(text)})(node)


_BY_MEANS = {
    "check": _check,
    "feature": _feature,
    "record": _record,
    "organisation": _organisation,
    "same_as": _same_as,
}


def _ruled(node: MappingNode, means: str, name: str, keys: Mapping[str, Key]) -> Rule:
    own = {key: Key(k.read, k.required) for key, k in keys.items()}
    values: dict[str, Any] = record(dict, own | COMMON | {means: may(_any)})(node)
    common = {k.name or key: values.pop(k.name or key) for key, k in COMMON.items() if (k.name or key) in values}
    values.pop(means, None)
    return Rule(means, name, node.at(means), params=values, places=node.keys, **common)


def _any(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
