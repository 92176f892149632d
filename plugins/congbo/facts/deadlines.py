"""Deadlines of items: the event that starts the clock, the end of the limit, and what stopped it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from congbo.dates import start_of
from congbo.facts.changes import before_the_register, first_change_since
from congbo.facts.clocks import Event, by_day, day_of_event, due
from congbo.facts.corpus import Corpus
from congbo.facts.due import Due
from congbo.facts.limits import limit_of
from congbo.facts.matching import about_item, about_portal
from congbo.facts.named import value_of
from congbo.item import Item
from congbo.policy.portals import Local, Portal
from congbo.policy.rule import Rule
from congbo.typed.values import Period

PUBLISHED = "published"
CHANGED = "changed"


class Deadline(Struct, frozen=True):
    """One clock of one item.

    ``base`` is the fact that starts it, ``event`` its value; ``stops`` are the facts that can stop it and ``stopped`` is when
    the first of them did, None while it runs. ``due`` is None where a field has to give the day (``promise``) and does not.
    """

    base: str
    event: Event
    due: Due | None
    stops: tuple[str, ...]
    stopped: date | datetime | None
    promise: str = ""

    @property
    def is_late(self) -> bool:
        """Tell whether the clock was stopped too late."""
        return self.stopped is not None and self._too_late(self.stopped)

    def is_overdue(self, today: date) -> bool:
        """Tell whether the clock still runs and has passed its end at the beginning of today."""
        return self.stopped is None and self._too_late(today)

    def _too_late(self, moment: date | datetime) -> bool:
        at = moment if isinstance(moment, datetime) else start_of(moment)
        return self.due is not None and at >= self.due.due


def event_of(corpus: Corpus, item: Item, rule: Rule) -> Event | None:
    """Return the date, moment or period that starts a rule's clock for an item, or None if the item does not say it."""
    value = value_of(corpus, item, str(rule.params["from"]))
    return value if isinstance(value, (date, Period)) else None


def deadline_of(corpus: Corpus, item: Item, rule: Rule, local: Local | None = None) -> Deadline | None:
    """Return the clock of a rule for an item; ``local`` is the portal's own figure where the text gives none.

    None if the event is not known, no figure was decided, or what happened lies before the register.
    """
    event = event_of(corpus, item, rule)
    promise = str(rule.params.get("until", ""))
    limit = limit_of(rule, local)
    if event is None or not (limit or promise):
        return None
    stops = tuple(rule.params.get("to", (PUBLISHED,)))
    if stops == (CHANGED,) and before_the_register(corpus, item, day_of_event(event)):
        return None
    extends = bool(rule.params.get("extends", True))
    end = due(corpus.calendar, limit, event, extends=extends) if limit else _promised(corpus, item, promise)
    return Deadline(str(rule.params["from"]), event, end, stops, _stopped(corpus, item, stops, event), promise)


def special_speaks(corpus: Corpus, item: Item, rule: Rule, portal: Portal) -> bool:
    """Tell whether a rule that this one yields to has a clock for the item: its selector matches and its event is known."""
    return any(
        special.name == rule.name
        and about_portal(selector, portal)
        and about_item(corpus, selector, item)
        and event_of(corpus, item, special) is not None
        for regulation in corpus.policy.regulations
        for clause, special, selector in (corpus.policy.rules(regulation) if rule.yields_to else ())
        if clause.id in rule.yields_to
    )


def _promised(corpus: Corpus, item: Item, promise: str) -> Due | None:
    """A day that was promised is kept as it was promised: it is not moved to a working day."""
    day = value_of(corpus, item, promise)
    return by_day(corpus.calendar, day) if isinstance(day, date) else None


def first_stop(corpus: Corpus, item: Item, stops: tuple[str, ...], event: Event) -> date | datetime | None:
    """Return the earliest of the things that stop a clock, be it still to come."""
    found = (_stop(corpus, item, name, event) for name in stops)
    return min((one for one in found if one is not None), key=_moment, default=None)


def _stopped(corpus: Corpus, item: Item, stops: tuple[str, ...], event: Event) -> date | datetime | None:
    """Return the earliest stop. An event still to come cannot have stopped it: a moment after today does not count."""
    found = (_stop(corpus, item, name, event) for name in stops)
    return min((one for one in found if one is not None and not _to_come(one, corpus.today)), key=_moment, default=None)


def _stop(corpus: Corpus, item: Item, name: str, event: Event) -> date | datetime | None:
    value = first_change_since(corpus, item, day_of_event(event)) if name == CHANGED else value_of(corpus, item, name)
    return value if isinstance(value, date) else None


def _to_come(moment: date | datetime, today: date) -> bool:
    day = moment.date() if isinstance(moment, datetime) else moment
    return day > today


def _moment(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else start_of(moment)
