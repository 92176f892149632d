"""Laws, regulations and their clauses."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.model import Policy
from congbo.policy.rule import Rule
from congbo.policy.selector import NAMED_FACTS
from congbo.policy.verify.references import known


def verify_laws(policy: Policy) -> None:
    """Refuse unknown or circular successors."""
    for law in policy.laws.values():
        for successor in law.successors:
            known(successor.id, policy.laws, successor.place, "law")
        _no_cycle(policy, law.id, ())


def _no_cycle(policy: Policy, law: str, seen: tuple[str, ...]) -> None:
    if law in seen:
        raise refuse("policy.cycle", policy.laws[law].place, id=law)
    for successor in policy.laws[law].successors:
        _no_cycle(policy, successor.id, (*seen, law))


def verify_regulations(policy: Policy) -> None:
    """Refuse regulations that cite or read what is not there."""
    for regulation in policy.regulations.values():
        known(regulation.issuer, policy.units, regulation.place, "unit")
        for cited in regulation.cites:
            known(cited.law, policy.laws, cited.place, "law")
        clauses = {clause.id for clause in policy.clauses(regulation.id)}
        for reading in regulation.readings:
            for clause in reading.clauses:
                known(clause, clauses, reading.place, "clause")


def verify_clauses(policy: Policy) -> None:
    """Refuse doubled clauses and rules that refer to nothing."""
    seen: dict[str, Place] = {}
    for regulation, articles in policy.articles.items():
        for article in articles:
            known(regulation, policy.regulations, article.place, "regulation")
            for clause in article.clauses:
                if clause.id in seen:
                    raise refuse("policy.duplicate_id", clause.place, id=clause.id, first=str(seen[clause.id]))
                seen[clause.id] = clause.place
                _met(policy, clause.is_.level, clause.met_by, clause.place)
    for clause, rule, _ in (r for regulation in policy.articles for r in policy.rules(regulation)):
        _rule(policy, rule, clause.place)


def _met(policy: Policy, level: str, rules: tuple[Rule, ...], place: Place) -> None:
    if not rules:
        raise refuse("policy.clause_not_met", place)
    if level != "C" and all(rule.means == "organisation" for rule in rules):
        raise refuse("policy.decidable_left_to_people", place)
    for rule in rules:
        if rule.means == "same_as":
            target = policy.clause(rule.name)
            if target is None or len(rules) > 1:
                raise refuse("policy.dangling", rule.place, id=rule.name, what="clause")
            if target.met_by[0].means == "same_as":
                raise refuse("policy.same_as_chain", rule.place, id=rule.name)


def _rule(policy: Policy, rule: Rule, place: Place) -> None:
    where = rule.place or place
    for name in rule.selector.types:
        known(name, policy.types.types, where, "type")
    for name in rule.selector.sections:
        known(name, policy.sections, where, "section")
    if rule.name == "sections":
        for name in rule.params["required"]:
            known(name, policy.sections, where, "section")
    if rule.name == "fields":
        _fields(policy, rule, where)
    if rule.means == "record":
        known(rule.name, policy.types.record_types, where, "record_type")
    for name in rule.yields_to:
        if policy.clause(name) is None:
            raise refuse("policy.dangling", where, id=name, what="clause")


def _fields(policy: Policy, rule: Rule, where: Place) -> None:
    for name in rule.params.get("lists", ()):
        known(name, policy.types.field_lists, where, "field_list")
    for name in rule.params.get("pattern", {}).values():
        known(name, policy.types.patterns, rule.at("pattern"), "pattern")
    of = rule.params.get("of", "item")
    named = {*policy.types.fields, *(NAMED_FACTS if of == "item" else policy.types.facts)}
    for name in _fields_named(rule) if of in ("item", "portal", "unit", "holder") else ():
        known(name, named, where, "field")


def _fields_named(rule: Rule) -> list[str]:
    """The fields or facts that a rule names. A refused field may be one that no type has: that is how it is refused."""
    listed = (*rule.params.get("required", ()), *rule.params.get("any_of", ()))
    keyed = (*rule.params.get("equals", ()), *rule.params.get("one_of", ()), *rule.params.get("pattern", ()))
    return [*listed, *keyed, *rule.selector.where, *rule.selector.unless]
