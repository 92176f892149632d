"""Time limits of rules, and the figures that portals set where the text gives none."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.errors import refuse
from congbo.policy.free import Free
from congbo.policy.model import Policy
from congbo.policy.portals import Local, Portal
from congbo.policy.rule import Rule
from congbo.policy.selector import NAMED_FACTS
from congbo.policy.span import LOCAL, UNITS, WRITTEN_IN, month_day, span
from congbo.policy.verify.references import known

_WAYS = ("within", "by", "until")
_PERIODS = ("week",)


def verify_limits(policy: Policy) -> None:
    """Refuse limits that cannot be counted, facts that nobody knows, and figures of a portal's own that no rule asks for."""
    for regulation in policy.regulations:
        for clause, rule, _ in policy.rules(regulation):
            if rule.means == "check" and clause.met_by[0].means != "same_as":
                _JUDGE.get(rule.name, _nothing)(policy, rule)
    for portal in policy.portals.values():
        for local in portal.local:
            _local(policy, portal, local)


def _nothing(_: Policy, __: Rule) -> None:
    """The kind knows no limits."""


def _deadline(policy: Policy, rule: Rule) -> None:
    ways = [way for way in _WAYS if way in rule.params]
    if len(ways) != 1:
        raise refuse("limit.one_way", rule.place, known=_WAYS)
    if ways == ["within"]:
        _span(rule, "within")
    if ways == ["by"] and month_day(rule.params["by"]) is None:
        raise refuse("limit.not_a_day_of_month", rule.at("by"))
    for key in ("from", "to", "until"):
        _facts(policy, rule, key)


def _cadence(policy: Policy, rule: Rule) -> None:
    _span(rule, "every")
    _facts(policy, rule, "at")
    known(str(rule.params.get("record", "")), policy.types.record_types, rule.at("record"), "record_type")


def _quota(_: Policy, rule: Rule) -> None:
    if rule.params["every"] not in _PERIODS:
        raise refuse("policy.not_one_of", rule.at("every"), value=rule.params["every"], allowed=_PERIODS)
    of, lines = rule.params["of"], rule.params["at_least"]
    if not isinstance(of, dict) or set(of) != {"where"} or not isinstance(of["where"], dict):
        raise refuse("limit.quota_of", rule.at("of"))
    if not isinstance(lines, tuple) or not lines or not all(map(_is_line, lines)):
        raise refuse("limit.quota_line", rule.at("at_least"))


def _is_line(line: Free) -> bool:
    if not isinstance(line, dict) or not {"n"} <= set(line) <= {"n", "where"}:
        return False
    n = line["n"]
    return isinstance(n, int) and not isinstance(n, bool) and n > 0 and isinstance(line.get("where", {}), dict)


def _span(rule: Rule, key: str) -> None:
    if rule.params[key] != LOCAL and span(rule.params[key]) is None:
        raise refuse("limit.not_a_span", rule.at(key), known=UNITS)
    if rule.suggest is not None and (rule.params[key] != LOCAL or span(rule.suggest) is None):
        raise refuse("limit.suggestion", rule.at("suggest"), known=UNITS)


def _facts(policy: Policy, rule: Rule, key: str) -> None:
    for name in _names(rule, key):
        known(name, {*policy.types.fields, *NAMED_FACTS}, rule.at(key), "field")


def _names(rule: Rule, key: str) -> Iterator[str]:
    value = rule.params.get(key, ())
    yield from (value,) if isinstance(value, str) else value


def _local(policy: Policy, portal: Portal, local: Local) -> None:
    clause = policy.clause(local.clause)
    rules = [rule for rule in (policy.resolved(clause) if clause else ()) if rule.name in WRITTEN_IN]
    for rule in rules:
        key = WRITTEN_IN[rule.name]
        value = getattr(local, key)
        if value is not None and rule.params.get(key) != LOCAL:
            raise refuse("limit.text_gives_one", local.at(key), clause=local.clause, portal=portal.id)
        if value is not None and span(value) is None:
            raise refuse("limit.not_a_span", local.at(key), known=UNITS)
    if rules and all(getattr(local, WRITTEN_IN[rule.name]) is None for rule in rules):
        raise refuse(
            "limit.none_given", local.place, clause=local.clause, keys=[WRITTEN_IN[rule.name] for rule in rules]
        )


_JUDGE = {"deadline": _deadline, "cadence": _cadence, "quota": _quota}
