"""Records: what they name must exist on their day, and their dates must follow each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from congbo.dates import day_of, holds
from congbo.errors import refuse
from congbo.policy.model import Policy
from congbo.policy.records import Record
from congbo.policy.verify.references import known
from congbo.policy.verify.waivers import verify_waiver
from congbo.policy.waivers import WAIVER, is_house_rule

Verify = Callable[[Policy, Record, str, str], None]


def verify_records(policy: Policy) -> None:
    """Refuse records that name what is not there or was not there on their day, and dates out of order."""
    for record in policy.records:
        known(record.portal, policy.portals, record.at("portal"), "portal")
        for name, value in record.values.items():
            verify = _BY_TYPE.get(policy.types.record_fields[name].type)
            if verify:
                for one in value if isinstance(value, tuple) else (value,):
                    verify(policy, record, name, str(one))
        _order(policy, record)
        verify_waiver(policy, record)


def _unit(policy: Policy, record: Record, name: str, unit: str) -> None:
    known(unit, policy.units, record.at(name), "unit")
    found = policy.units[unit]
    if record.day and not holds(found.from_, found.until, record.day):
        raise refuse("record.unit_ended", record.at(name), unit=found.name, day=record.day)


def _clause(policy: Policy, record: Record, name: str, clause: str) -> None:
    if record.type == WAIVER and is_house_rule(clause):
        return  # verify_waiver says what may be waived of our own rules
    prefixes = _regulations(policy, record)
    of_portal = [one.id for prefix in prefixes for one in policy.clauses(prefix)]
    if policy.clause(clause) is None:
        raise refuse("policy.dangling", record.at(name), id=clause, what="clause")
    if clause not in of_portal:
        raise refuse("record.other_regulation", record.at(name), clause=clause, portal=record.portal, known=prefixes)


def _component(policy: Policy, record: Record, name: str, portal: str) -> None:
    known(portal, policy.portals, record.at(name), "portal")
    children = [child.id for child in policy.children(record.portal)]
    if portal not in children:
        raise refuse("record.not_a_component", record.at(name), id=portal, portal=record.portal, known=children)


def _role(policy: Policy, record: Record, name: str, role: str) -> None:
    roles = _roles(policy, record)
    if role not in roles:
        raise refuse("record.unknown_role", record.at(name), id=role, known=sorted(roles))


def _holder(policy: Policy, record: Record, name: str, person: str) -> None:
    """A holder of the portal's board who was in office, or a role by its name."""
    board = policy.boards.get(record.portal)
    terms = [holder for holder in (board.holders if board else ()) if holder.id == person]
    if not terms and person not in _roles(policy, record):
        ids = sorted(holder.id for holder in board.holders) if board else []
        raise refuse("record.unknown_holder", record.at(name), id=person, known=ids)
    if terms and record.day and not any(holds(one.from_, one.until, record.day) for one in terms):
        raise refuse("record.not_in_office", record.at(name), person=terms[0].person, day=record.day)


_BY_TYPE: Mapping[str, Verify] = {
    "unit": _unit,
    "units": _unit,
    "clause": _clause,
    "portal": _component,
    "role": _role,
    "roles": _role,
    "holder": _holder,
    "holders": _holder,
}


def _regulations(policy: Policy, record: Record) -> list[str]:
    """Return the regulation that the portal followed on the record's day, or all that it ever did."""
    portal = policy.portals[record.portal]
    followed = portal.regulation_on(record.day) if record.day else None
    return [followed] if followed else [one.regulation for one in portal.follows]


def _roles(policy: Policy, record: Record) -> set[str]:
    rules = (policy.board_rules.get(prefix) for prefix in _regulations(policy, record))
    return {role for board in rules if board for role in board.roles}


def _order(policy: Policy, record: Record) -> None:
    for later, earlier in policy.types.record_types[record.type].not_before.items():
        one, other = record.values.get(later), record.values.get(earlier)
        if isinstance(one, date) and isinstance(other, date) and _before(one, other):
            labels = {name: policy.types.record_fields[name].name for name in (later, earlier)}
            raise refuse(
                "record.order_of_dates", record.at(later), later=labels[later], earlier=labels[earlier], one=one, other=other
            )  # fmt: skip


def _before(one: date, other: date) -> bool:
    """Compare moments with moments, and days with anything as days: of a day no hour is known."""
    if type(one) is type(other):
        return one < other
    return day_of(one) < day_of(other)
