"""Deadlines.

What it checks: that what a clause gives a time for is posted, supplied, answered or updated in that time. The clock starts
with the event that the clause names and stops with what it names; the day of the event decides which regulation judges.
Why: a deadline is a promise to readers and to those who asked; days are counted by the Civil Code and the official calendars.
How to fix: do what is overdue and write down when; if a date was mistyped, correct it. What was done late stays a warning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from congbo.checks.ruled import Ruled
from congbo.checks.timing import not_decided, with_decision
from congbo.dates import day_of
from congbo.facts.clocks import day_of_event
from congbo.facts.corpus import Corpus
from congbo.facts.deadlines import PUBLISHED, Deadline, deadline_of, event_of, special_speaks
from congbo.facts.force import owes
from congbo.facts.limits import decided
from congbo.facts.matching import about_item
from congbo.facts.severity import is_local
from congbo.facts.time_words import by_words, fact_words
from congbo.finding import About, Finding, Severity
from congbo.item import Item
from congbo.message import Message, say
from congbo.typed.values import Period

SUPPLIED = "submitted"
RESULTS = "ket_qua_published"


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each item whose clock has run out, was stopped too late, or runs out by the next working day."""
    yield from not_decided(corpus, ruled)
    for item in corpus.items_of(ruled.portal.id):
        if about_item(corpus, ruled.selector, item):
            yield from _judged(corpus, ruled, item)


def _judged(corpus: Corpus, ruled: Ruled, item: Item) -> Iterator[Finding]:
    event = event_of(corpus, item, ruled.rule)
    if event is None or day_of_event(event) > corpus.today:
        return
    if not owes(corpus.policy, ruled.portal, ruled.regulation, ruled.clause, day_of_event(event)):
        return
    local = decided(ruled.portal, ruled.clause.id, ruled.rule, day_of_event(event)) if is_local(ruled.rule) else None
    found = deadline_of(corpus, item, ruled.rule, local)
    key = _key(corpus, found) if found else ""
    if found and key and not special_speaks(corpus, item, ruled.rule, ruled.portal):
        yield _finding(corpus, ruled, item, found, key)


def _key(corpus: Corpus, found: Deadline) -> str:
    """Return which sentence the clock deserves, or an empty text."""
    if found.due is None:
        return "" if found.stopped else "deadline.no_promise"
    if found.is_late:
        return "deadline.late"
    if found.is_overdue(corpus.today):
        return "deadline.overdue"
    last = found.due.last_day or day_of(found.due.due)
    tomorrow = corpus.calendar.after(corpus.today, 1)
    return "deadline.soon" if found.stopped is None and last <= tomorrow else ""


def _finding(corpus: Corpus, ruled: Ruled, item: Item, found: Deadline, key: str, /) -> Finding:
    base = corpus.policy.types.key_of(found.base)
    words = {
        "item": item.title,
        "what": _what(corpus, found),
        "by": by_words(found.due) if found.due else "",
        "base": fact_words(corpus.policy, found.base),
        "event": found.event.text if isinstance(found.event, Period) else found.event,
        "key": base,
        "cure": _cure(corpus, found, base),
        "stopped": found.stopped or "",
        "late": _late(found),
        "promise": fact_words(corpus.policy, found.promise) if found.promise else "",
        "promise_key": found.promise,
    }
    day = day_of_event(found.event)
    about = About(unit=str(item.fields.get("don_vi", "")), first=day, last=day)
    said = with_decision(corpus, ruled, day, say(key, **words))
    return ruled.finding(item.place(base), said, say(f"{key}.fix", **words), _severity(ruled, key), about)


def _severity(ruled: Ruled, key: str) -> Severity | None:
    """An error must be mendable where it points: what was done late cannot be done in time any more."""
    if key == "deadline.soon":
        return Severity.INFO
    return ruled.at_most(Severity.WARNING) if key == "deadline.late" else None


def _what(corpus: Corpus, found: Deadline) -> Message:
    """Return what had to be done: posted, supplied, updated, or recorded in one of some fields."""
    first = found.stops[0]
    if first in corpus.policy.types.fields:
        return say("deadline.what.field", fields=_or([fact_words(corpus.policy, name) for name in found.stops]))
    return say(f"deadline.what.{first}")


def _or(labels: Sequence[object]) -> object:
    return labels[0] if len(labels) == 1 else say("words.or", one=labels[0], other=_or(labels[1:]))


def _cure(corpus: Corpus, found: Deadline, base: str) -> Message:
    first = found.stops[0]
    if first in corpus.policy.types.fields or first == SUPPLIED:
        line = "nhan_luc" if first == SUPPLIED else corpus.policy.types.key_of(first)
        return say("deadline.cure.field", line=line, today=corpus.today.isoformat(), key=base)
    return say("deadline.cure.published" if first in (PUBLISHED, RESULTS) else "deadline.cure.changed", key=base)


def _late(found: Deadline) -> Message | str:
    if found.due is None or found.stopped is None:
        return ""
    if found.due.last_day is None and isinstance(found.stopped, datetime):
        hours = -((found.due.due - found.stopped).total_seconds() // 3600)
        return say("words.hours", n=max(1, int(hours)))
    last: date = found.due.last_day or day_of(found.due.due)
    return say("words.days", n=(day_of(found.stopped) - last).days)
