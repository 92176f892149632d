"""Quotas: how much each unit supplied in a period, counted by submission, with what was published beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from msgspec import Struct

from congbo.dates import day_of, monday_of
from congbo.facts.corpus import Corpus
from congbo.facts.matching import holds
from congbo.facts.named import value_of
from congbo.facts.subject import belongs, of_unit
from congbo.item import Item
from congbo.policy.calendar import CalendarDay
from congbo.policy.free import Free
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule
from congbo.policy.units import Unit

COUNTED = ("submitted", "published")
SATURDAY = 5


class Count(Struct, frozen=True):
    """One line of a quota: what is counted, how much is wanted, how much was submitted and how much was published."""

    where: Mapping[str, Free]
    wanted: int
    submitted: int
    published: int
    by: str

    @property
    def found(self) -> int:
        """Return the number that the clause counts."""
        return self.submitted if self.by == "submitted" else self.published

    @property
    def met(self) -> bool:
        """Tell whether enough was supplied."""
        return self.found >= self.wanted


class Quota(Struct, frozen=True):
    """One unit in one period (both days count)."""

    unit: Unit
    first: date
    last: date
    counts: tuple[Count, ...]


def week_before(today: date) -> tuple[date, date]:
    """Return Monday and Sunday of the last week that has ended before today."""
    monday = monday_of(today) - timedelta(days=7)
    return monday, monday + timedelta(days=6)


def quotas(corpus: Corpus, portal: Portal, rule: Rule, first: date, last: date) -> Iterator[Quota]:
    """Yield what each unit that owes news supplied in a period, in the order of the units.

    Units are those of the portal that exist on every day of the period and that the rule is ``of``.
    """
    for unit in corpus.policy.units.values():
        if owes_news(unit, portal, rule, first, last):
            items = [item for item in corpus.items_of(portal.id) if item.fields.get("don_vi") == unit.id]
            yield Quota(unit, first, last, tuple(_counts(corpus, rule, items, first, last)))


def days_off(corpus: Corpus, first: date, last: date) -> tuple[CalendarDay, ...]:
    """Return the working days of a period on which offices were closed, with their names."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    entries = (corpus.calendar.why(day) for day in days if day.weekday() < SATURDAY)
    return tuple(entry for entry in entries if entry and entry.off)


def owes_news(unit: Unit, portal: Portal, rule: Rule, first: date, last: date) -> bool:
    """Tell whether a unit owes a portal what a rule asks, in all of a period."""
    exists = (unit.from_ is None or unit.from_ <= first) and (unit.until is None or last <= unit.until)
    where = rule.params["of"].get("where", {})
    return exists and belongs(unit, portal) and holds(where, of_unit(unit, last).value)


def _counts(corpus: Corpus, rule: Rule, items: list[Item], first: date, last: date) -> Iterator[Count]:
    for line in rule.params["at_least"]:
        where = line.get("where", {})
        wanted = [item for item in items if holds(where, partial(value_of, corpus, item))]
        submitted, published = (sum(_within(corpus, item, fact, first, last) for item in wanted) for fact in COUNTED)
        yield Count(where, line["n"], submitted, published, rule.params["counted"])


def _within(corpus: Corpus, item: Item, fact: str, first: date, last: date) -> bool:
    moment = value_of(corpus, item, fact)
    return isinstance(moment, date) and first <= day_of(moment) <= min(last, corpus.today)
