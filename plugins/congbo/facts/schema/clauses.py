"""What clauses demand of an item by its own fields, as conditions of a schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from congbo.facts.cited import cited
from congbo.facts.demands import allowed, required
from congbo.facts.matching import about_portal
from congbo.facts.schema.values import Schema, whole
from congbo.facts.severity import severity_of
from congbo.finding import Severity
from congbo.policy import Policy
from congbo.policy.content import ContentType
from congbo.policy.free import Free
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule
from congbo.policy.selector import NAMED_FACTS, Selector


class _UntellableError(Exception):
    """A condition on something that a file alone does not show."""


def followed(portal: Portal, on: date | None) -> str | None:
    """Return the regulation that a portal follows on a day; without a day the last one that it followed."""
    return portal.regulation_on(on) if on else portal.follows[-1].regulation


def demands(policy: Policy, portal: Portal, type_id: str, on: date | None = None) -> Iterator[Schema]:
    """Yield what each clause of the portal's regulation demands of items of a type; ``$comment`` cites it."""
    prefix = followed(portal, on)
    for clause, rule, selector in policy.rules(prefix) if prefix else ():
        about = _is_about(rule, selector, portal, type_id) and severity_of(clause, rule) is not Severity.INFO
        made = _Demand(policy, portal, type_id, rule).schema(selector) if about else None
        if made and prefix:
            yield {"$comment": f"{clause.id}: {cited(policy.regulations[prefix], clause)}"} | made


def always(wanted: Sequence[Schema]) -> Iterator[str]:
    """Yield the keys that demands ask for without any condition."""
    for demand in wanted:
        for one in demand.get("allOf", ()):
            yield from one.get("required", ())


def _is_about(rule: Rule, selector: Selector, portal: Portal, type_id: str) -> bool:
    of_item = rule.name == "fields" and not rule.planned and rule.params.get("of", "item") == "item"
    in_file = not (selector.sections or selector.editions)
    return of_item and in_file and about_portal(selector, portal) and type_id in (selector.types or (type_id,))


class _Demand:
    """One field rule, for items of one type of one portal."""

    def __init__(self, policy: Policy, portal: Portal, type_id: str, rule: Rule) -> None:
        self._policy = policy
        self._portal = portal
        self._type: ContentType = policy.types.types[type_id]
        self._known = set(policy.types.fields_of(type_id).values())
        self._rule = rule

    def schema(self, selector: Selector) -> Schema | None:
        """Return the demand under its condition; None if the file alone does not show whether it applies."""
        wanted = list(self._wanted())
        try:
            conditions = list(self._conditions(selector))
        except _UntellableError:
            return None
        if not wanted or False in conditions:
            return None
        then: Schema = {"allOf": wanted}
        return {"if": {"allOf": conditions}, "then": then} if conditions else then

    def _wanted(self) -> Iterator[Schema]:
        params = self._rule.params
        for name in required(self._policy, self._rule):
            yield self._present(name)
        for name in params.get("refused", ()):
            yield {"not": self._written(name)}
        if params.get("any_of"):
            yield {"anyOf": [self._present(name) for name in params["any_of"]]}
        for name, value in params.get("equals", {}).items():
            yield self._present(name)
            yield self._property(name, {"const": self._portal.owner if value == "own_unit" else _plain(value)})
        for name, listed in params.get("one_of", {}).items():
            yield self._property(name, {"enum": list(allowed(self._policy, listed))})
        for name, pattern in params.get("pattern", {}).items():
            yield self._property(name, whole(self._policy.types.patterns[pattern].matches.pattern))

    def _key(self, name: str) -> str:
        return self._policy.types.key_of(name)

    def _written(self, name: str) -> Schema:
        return {"required": [self._key(name)]}

    def _present(self, name: str) -> Schema:
        """A field is there, or what counts as it for the type."""
        stand_in = self._type.counts_as.get(name)
        return {"anyOf": [self._written(name), self._written(stand_in)]} if stand_in else self._written(name)

    def _property(self, name: str, value: Schema) -> Schema:
        return {"properties": {self._key(name): value}}

    def _conditions(self, selector: Selector) -> Iterator[Schema | bool]:
        if selector.languages and not set(self._portal.languages) <= set(selector.languages):
            vi = [{"not": {"required": ["lang"]}}] if "vi" in selector.languages else []
            said = {"properties": {"lang": {"enum": list(selector.languages)}}, "required": ["lang"]}
            yield {"anyOf": [*vi, said]}
        if selector.units:
            yield {**self._written("don_vi"), **self._property("don_vi", {"enum": list(selector.units)})}
        yield from self._all(selector.where)
        if selector.unless:
            lines = list(self._all(selector.unless))
            if False not in lines:
                yield {"not": {"allOf": lines}}

    def _all(self, conditions: Mapping[str, Free]) -> Iterator[Schema | bool]:
        for name, wanted in conditions.items():
            if name in NAMED_FACTS:
                raise _UntellableError
            yield self._condition(name, wanted)

    def _condition(self, name: str, wanted: Free) -> Schema | bool:
        if isinstance(wanted, dict):
            if set(wanted) != {"present"}:
                raise _UntellableError
            return self._present(name) if wanted["present"] else {"not": self._present(name)}
        if name not in self._known:
            return False
        one = {"enum": [_plain(value) for value in (wanted if isinstance(wanted, tuple) else (wanted,))]}
        return {**self._written(name), **self._property(name, one)}


def _plain(value: Free) -> object:
    return list(value) if isinstance(value, tuple) else value
