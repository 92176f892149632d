"""What a portal did with an item, by months: posted, corrected, withdrawn, answered, supplied, in time or not.

Deeds are what is counted for readers of the page on how the portal keeps its regulation. A deed belongs to the month in which
the portal could first tell of it, so that a month that is over is not another one afterwards. They do not turn with the days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from msgspec import Struct

from congbo.dates import VIETNAM, day_of, monday_of, start_of
from congbo.facts import showing
from congbo.facts.changes import first_change_since
from congbo.facts.clocks import day_of_event
from congbo.facts.corpus import Corpus
from congbo.facts.deadlines import Deadline, deadline_of, event_of, first_stop, special_speaks
from congbo.facts.force import owes
from congbo.facts.limits import decided
from congbo.facts.matching import about_item, about_portal, holds
from congbo.facts.named import value_of
from congbo.facts.severity import is_local
from congbo.item import Item
from congbo.item.model import CHANGES, CORRECTIONS
from congbo.policy.clauses import Clause
from congbo.policy.portals import Portal
from congbo.policy.rule import Rule
from congbo.policy.selector import Selector
from congbo.typed.values import Period

ITEM, UNIT, TRANSLATED = "item", "unit", "translated"
CORRECTED, CHANGED, WITHDRAWN = "corrected", "changed", "withdrawn"
CLOCK, ANSWERED, SUPPLIED = "clock", "answered", "supplied"

KEPT, LATE, UNKNOWN = "kept", "late", "unknown"  # how a clock ended; one that runs has its end in the place of these
OPEN: Final = ""  # the month of clocks that run

_RECEIVED, _REPLIED = "ngay_tiep_nhan", "ngay_tra_loi"
# A week's quota is counted a week after the week has ended, when what came in at its end can have been posted.
RECKONED: Final = timedelta(days=13)


class Deed(Struct, frozen=True):
    """One thing done: in which month, of which kind, about what (``name``), how it ended, in how many days if known."""

    month: str
    kind: str
    name: str
    mark: str = ""
    days: int | None = None


def deeds_of(corpus: Corpus, item: Item, edition: str) -> tuple[Deed, ...]:
    """Return the deeds about an item that an edition shows or showed; none before it is public."""
    portal = corpus.portal_of(item)
    never = (showing.SCHEDULED, showing.STOPPED)
    if portal is None or not item.in_edition(edition) or showing.stage(corpus, item) in never:
        return ()
    posted = day_of(showing.posted(corpus, item))
    return (*_posted(item, posted), *_told(corpus, item, posted), *_ruled(corpus, item, portal, posted))


def month_of(day: date) -> str:
    """Return the month of a day: "2026-11"."""
    return day.isoformat()[:7]


def line_of(clause: Clause, number: int, line: int, unit: str, monday: date) -> str:
    """Return the name of what a unit supplied in a week, of a line of the ``number``-th rule of a clause."""
    return " ".join((clause.id, str(number), str(line), unit, monday.isoformat()))


def _posted(item: Item, day: date) -> Iterator[Deed]:
    """A translation is no news of its own."""
    if item.translation:
        yield Deed(month_of(day), TRANSLATED, item.lang)
        return
    yield Deed(month_of(day), ITEM, item.section)
    yield Deed(month_of(day), UNIT, str(item.fields.get("don_vi", "")))


def _told(corpus: Corpus, item: Item, posted: date) -> Iterator[Deed]:
    """What an item says of itself: of its corrections, its withdrawal, and the reply to a question."""
    if item.translation:
        return
    for kind, field in ((CORRECTED, CORRECTIONS), (CHANGED, CHANGES)):
        yield from (Deed(_when(corpus, item, posted, note.day), kind, item.section) for note in item.notes(field))
    if item.withdrawal:
        yield Deed(_when(corpus, item, posted, item.withdrawal.day), WITHDRAWN, item.section)
    received, replied = item.fields.get(_RECEIVED), item.fields.get(_REPLIED)
    if isinstance(replied, date):
        taken = (day_of(replied) - day_of(received)).days if isinstance(received, date) else None
        yield Deed(_when(corpus, item, posted, day_of(replied)), ANSWERED, item.section, days=taken)


def _when(corpus: Corpus, item: Item, posted: date, day: date) -> str:
    """The month in which readers could first be told of what happened on a day."""
    first = first_change_since(corpus, item, day)
    return month_of(max(posted, day, day_of(first) if first else day))


def _ruled(corpus: Corpus, item: Item, portal: Portal, posted: date) -> Iterator[Deed]:
    for regulation in dict.fromkeys(follows.regulation for follows in portal.follows):
        for number, (clause, rule, selector) in enumerate(corpus.policy.rules(regulation)):
            if rule.means != "check" or rule.planned or rule.name not in _OF_RULE:
                continue
            if about_portal(selector, portal):
                yield from _OF_RULE[rule.name](
                    corpus, item, _Bound(portal, regulation, clause, rule, selector, number), posted
                )


class _Bound(Struct, frozen=True):
    """A rule for a portal."""

    portal: Portal
    regulation: str
    clause: Clause
    rule: Rule
    selector: Selector
    number: int

    def owed(self, corpus: Corpus, day: date) -> bool:
        """Tell whether the portal owed it on a day."""
        return owes(corpus.policy, self.portal, corpus.policy.regulations[self.regulation], self.clause, day)


def _clock(corpus: Corpus, item: Item, bound: _Bound, posted: date) -> Iterator[Deed]:
    if not about_item(corpus, bound.selector, item):
        return
    event = event_of(corpus, item, bound.rule)
    if event is None or not bound.owed(corpus, day_of_event(event)):
        return
    local = decided(bound.portal, bound.clause.id, bound.rule, day_of_event(event)) if is_local(bound.rule) else None
    found = deadline_of(corpus, item, bound.rule, local)
    if found and not special_speaks(corpus, item, bound.rule, bound.portal):
        yield _ended(corpus, item, bound, found, posted)


def _ended(corpus: Corpus, item: Item, bound: _Bound, found: Deadline, posted: date) -> Deed:
    stopped = first_stop(corpus, item, found.stops, found.event)
    if stopped is None:
        return Deed(
            OPEN, CLOCK, bound.clause.id, found.due.due.astimezone(VIETNAM).isoformat() if found.due else UNKNOWN
        )
    day = day_of(stopped)
    at = stopped if isinstance(stopped, datetime) else start_of(stopped)
    mark = UNKNOWN if found.due is None else KEPT if at < found.due.due else LATE
    taken = None if isinstance(found.event, Period) else (day - day_of_event(found.event)).days
    return Deed(_when(corpus, item, posted, day), CLOCK, bound.clause.id, mark, taken)


def _supplied(corpus: Corpus, item: Item, bound: _Bound, posted: date) -> Iterator[Deed]:
    """Yield what counts for a unit's quota; what was posted after the week's reckoning is not known to it."""
    unit, moment = item.fields.get("don_vi"), value_of(corpus, item, str(bound.rule.params["counted"]))
    if not unit or not isinstance(moment, date):
        return
    monday = monday_of(day_of(moment))
    month = month_of(monday + RECKONED)
    if month_of(posted) > month:
        return
    for line, wanted in enumerate(bound.rule.params["at_least"]):
        if holds(wanted.get("where", {}), lambda name: value_of(corpus, item, name)):
            yield Deed(month, SUPPLIED, line_of(bound.clause, bound.number, line, str(unit), monday))


_OF_RULE = {"deadline": _clock, "quota": _supplied}
