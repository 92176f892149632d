"""Waivers: nobody can waive what does not exist, a step of a procedure, or the bytes of a file that were not looked at."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.dates import overlap
from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.records import Record
from congbo.policy.rule import Rule
from congbo.policy.verify.references import known
from congbo.policy.waivers import WAIVER, is_house_rule, scope_of
from congbo.typed.values import Scope

# What a scan must never let through on somebody's word alone.
GRAVE = ("secret_marks", "credentials")


def verify_waiver(policy: Policy, record: Record) -> None:
    """Refuse a waiver of nothing, of steps, or of a scan without the file's bytes or the document that allows it."""
    if record.type != WAIVER:
        return
    scope = scope_of(record)
    if is_house_rule(str(record.values["clause"])):
        _house_rule(policy, record, scope)
        return
    rules = list(_checks(policy, str(record.values["clause"])))
    if not rules or all(rule.name == "step" for rule in rules):
        raise refuse(
            "waiver.nothing" if not rules else "waiver.step", record.at("clause"), clause=record.values["clause"]
        )
    _target(policy, record, scope)
    _scans(record, scope, [rule for rule in rules if rule.name == "scan"], only=len(rules))


def _house_rule(policy: Policy, record: Record, scope: Scope) -> None:
    """Of our own rules only the one that stands in for a scan can be waived: for a file's bytes, with a decision."""
    _target(policy, record, scope)
    if scope.kind != "file":
        raise refuse("waiver.scan_needs_file", record.at("on"), clause=record.values["clause"])
    if "decision" not in record.values:
        raise refuse("waiver.needs_decision", record.at("on"), clause=record.values["clause"])


def _checks(policy: Policy, clause_id: str) -> Iterator[Rule]:
    """The rules of a clause that a program judges; there is nothing to waive in the others."""
    clause = policy.clause(clause_id)
    for rule in policy.resolved(clause) if clause else ():
        if rule.checked_by:
            yield rule


def _target(policy: Policy, record: Record, scope: Scope) -> None:
    place = record.at("on")
    if scope.from_ and scope.until and scope.until < scope.from_:
        raise refuse("policy.until_before_from", place)
    if scope.kind == "portal" and scope.target != record.portal:
        raise refuse("waiver.other_portal", place, target=scope.target, portal=record.portal)
    if scope.kind == "unit":
        known(scope.target, policy.units, place, "unit")
        unit = policy.units[scope.target]
        if not overlap(unit.from_, unit.until, scope.from_, scope.until):
            raise refuse("waiver.unit_ended", place, unit=unit.name)
    if scope.kind == "file" and not scope.target.startswith((f"content/{record.portal}/", "policies/")):
        raise refuse("waiver.other_file", place, file=scope.target, portal=record.portal)


def _scans(record: Record, scope: Scope, scans: list[Rule], only: int) -> None:
    if len(scans) == only and scope.kind != "file":
        raise refuse("waiver.scan_needs_file", record.at("on"), clause=record.values["clause"])
    finds = {one for rule in scans for one in rule.params.get("finds", ())}
    if scope.kind == "file" and finds.intersection(GRAVE) and "decision" not in record.values:
        raise refuse("waiver.needs_decision", record.at("on"), clause=record.values["clause"])
