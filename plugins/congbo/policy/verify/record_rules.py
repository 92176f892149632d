"""Rules that records meet: what they ask for must be something that a record of the type can say."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.record_types import PERIODS, RecordType
from congbo.policy.rule import Rule
from congbo.policy.verify.references import known


def verify_record_rules(policy: Policy) -> None:
    """Refuse fields, kinds, periods and roles that a rule asks of records and that no record of its type can have."""
    for regulation in policy.articles:
        roles = policy.board_rules[regulation].roles if regulation in policy.board_rules else {}
        for clause, rule, _ in policy.rules(regulation):
            of = policy.types.record_types.get(rule.name) if rule.means == "record" else None
            if of and clause.met_by[0].means != "same_as":
                _fields(policy, rule, of)
                for role in (rule.params.get("by", ""), *rule.params.get("to", ())):
                    known(role, roles, rule.place, "role")


def _fields(policy: Policy, rule: Rule, of: RecordType) -> None:
    for name in (*rule.params.get("required", ()), *rule.params.get("holds", ())):
        known(name, of.fields, rule.place, "field")
    for key, field in (("kinds", of.kind), ("by", of.by), ("to", of.to)):
        if key in rule.params and not field:
            raise refuse("record.rule_without_field", rule.place, key=key, type=of.name)
    for kind in rule.params.get("kinds", ()):
        known(kind, policy.vocabularies[policy.types.record_fields[of.kind].vocabulary].ids, rule.place, "kind")
    for word in rule.params.get("every", ()):
        known(str(word), PERIODS, rule.place, "period")
