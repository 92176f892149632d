"""Duties that people answer by a record: which records meet each, and for which periods none does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from congbo.facts.conditions import about_portal, holds
from congbo.facts.periods import periods
from congbo.policy import Policy
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.record_types import RecordType
from congbo.policy.records import Record
from congbo.policy.regulation import Regulation
from congbo.policy.rule import Rule
from congbo.typed.values import Period


class Duty(Struct, frozen=True):
    """A clause that a portal answers by records of a type."""

    regulation: Regulation
    clause: Clause
    rule: Rule
    portal: Portal
    of: RecordType
    since: date

    def concerns(self, record: Record) -> bool:
        """Tell whether the clause speaks of a record: its portal, type, kind and makers, on a day from ``since``."""
        kinds, by, to = (self.rule.params.get(key) for key in ("kinds", "by", "to"))
        sent = record.values.get(self.of.to, ())
        return (
            (record.type, record.portal) == (self.rule.name, self.portal.id)
            and (not kinds or record.values.get(self.of.kind) in kinds)
            and (not by or record.values.get(self.of.by) == by)
            and (not to or (isinstance(sent, tuple) and set(to) <= set(sent)))
            and (record.day is None or (self.since <= record.day and self._in_force(record.day)))
        )

    def lacks(self, record: Record) -> tuple[str, ...]:
        """Return the fields that the clause asks of a record and that it lacks, or whose value is not as the clause says."""
        missing = [name for name in self.rule.params.get("required", ()) if name not in record.values]
        wanted = self.rule.params.get("holds", {})
        wrong = [name for name in wanted if not holds({name: wanted[name]}, record.values.get)]
        return tuple(dict.fromkeys((*missing, *wrong)))

    def met_by(self, policy: Policy, today: date) -> tuple[Record, ...]:
        """Return the records that meet the duty; one of a day after today does not yet."""
        return tuple(
            record
            for record in policy.records_of(self.rule.name, self.portal.id)
            if self.concerns(record) and not self.lacks(record) and (record.day is None or record.day <= today)
        )

    def _in_force(self, day: date) -> bool:
        return self.regulation.in_force(day) and self.portal.regulation_on(day) == self.regulation.id


class Standing(Struct, frozen=True):
    """How a duty stands on a day: the records that meet it, and the periods without one (``None`` stands for "ever").

    The last of ``missing`` may still run: compare its last day with today.
    """

    duty: Duty
    records: tuple[Record, ...]
    missing: tuple[Period | None, ...]


def duties(policy: Policy, today: date) -> Iterator[Duty]:
    """Yield the record duties of every portal's regulation in force today, portal by portal in the order of the text."""
    for portal in policy.portals.values():
        yield from duties_of(policy, portal, today)


def duties_of(policy: Policy, portal: Portal, on: date) -> Iterator[Duty]:
    """Yield the record duties of one portal on a day, in the order of the text."""
    prefix = portal.regulation_on(on)
    for clause, rule, selector in policy.rules(prefix) if prefix else ():
        if rule.means == "record" and about_portal(selector, portal):
            yield duty_of(policy, portal, policy.regulations[str(prefix)], clause, rule)


def duty_of(policy: Policy, portal: Portal, regulation: Regulation, clause: Clause, rule: Rule) -> Duty:
    """Return a record rule as the duty of a portal, since the portal follows the regulation and that is in force."""
    followed = min(
        (one.from_ for one in portal.follows if one.regulation == regulation.id), default=regulation.force.from_
    )
    since = max(followed, regulation.force.from_)
    return Duty(regulation, clause, rule, portal, policy.types.record_types[rule.name], since)


def standing(policy: Policy, duty: Duty, today: date) -> Standing:
    """Return how a duty stands today.

    What is kept only when something happens, "if any", or by whoever makes use of a permission is never missing.
    """
    met = duty.met_by(policy, today)
    every = duty.rule.params.get("every", ())
    if every:
        owed = [period for word in every for period in periods(word, duty.since, today)]
        return Standing(duty, met, tuple(p for p in owed if not any(_covers(duty, record, p) for record in met)))
    nothing_owed = met or duty.of.occasional or duty.rule.if_any or duty.clause.is_.strength == "permission"
    return Standing(duty, met, () if nothing_owed else (None,))


def _covers(duty: Duty, record: Record, period: Period) -> bool:
    """A record is for the period that it names; without one, for the period of its day."""
    own = record.values.get(duty.of.period)
    if isinstance(own, Period):
        return own.first <= period.first and period.last <= own.last
    return record.day is not None and period.first <= record.day <= period.last
