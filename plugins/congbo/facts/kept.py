"""Records beside the clauses that ask for them: what each record meets or lacks, and which clauses wait for a record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from congbo.facts.answerable import Answerable, answerable
from congbo.facts.records import Duty, duties, duties_of, standing
from congbo.policy import Policy
from congbo.policy.records import Record
from congbo.policy.waivers import WAIVER, scope_of
from congbo.typed.values import Period

_DAY = timedelta(days=1)


class Kept(Struct, frozen=True):
    """A record, the clauses that it meets, and what it lacks for others that speak of it (clause id -> fields).

    ``ended``: a waiver whose term is over.
    """

    record: Record
    meets: tuple[str, ...]
    lacks: tuple[tuple[str, tuple[str, ...]], ...]
    ended: bool


class Gap(Struct, frozen=True):
    """A clause without its record: for which periods (``None``: never one), the one still running, and who answers for it.

    ``periods`` are spans of periods that follow each other, each with its first and last.
    """

    duty: Duty
    periods: tuple[tuple[Period, Period], ...]
    running: Period | None
    answerable: tuple[Answerable, ...]


def kept(policy: Policy, today: date) -> Iterator[Kept]:
    """Yield every record with the clauses of its own day that it answers, in the order of the files."""
    for record in policy.records:
        asked = list(duties_of(policy, policy.portals[record.portal], record.day or today))
        asked = [duty for duty in asked if duty.concerns(record)]
        lacks = tuple((duty.clause.id, duty.lacks(record)) for duty in asked if duty.lacks(record))
        meets = tuple(duty.clause.id for duty in asked if not duty.lacks(record))
        yield Kept(record, meets, lacks, _ended(record, today))


def gaps(policy: Policy, today: date) -> Iterator[Gap]:
    """Yield every duty that lacks a record today, portal by portal in the order of the text."""
    for duty in duties(policy, today):
        missing = standing(policy, duty, today).missing
        if missing:
            over = [period for period in missing if period and period.last < today]
            running = next((period for period in missing if period and period.last >= today), None)
            who = answerable(policy, duty.portal, duty.clause, duty.rule, today)
            yield Gap(duty, tuple(_spans(over)), running, who)


def _spans(periods: list[Period]) -> Iterator[tuple[Period, Period]]:
    first = last = None
    for period in periods:
        if first and last and period.first == last.last + _DAY:
            last = period
            continue
        if first and last:
            yield first, last
        first = last = period
    if first and last:
        yield first, last


def _ended(record: Record, today: date) -> bool:
    until = scope_of(record).until if record.type == WAIVER else None
    return until is not None and until < today
