"""The answer of ``congbo due`` for a person: each day that was looked at, and why it counts or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from congbo.dates import printed
from congbo.facts.answers import SUGGESTED, Answer
from congbo.facts.cited import cited
from congbo.facts.clocks import Event, day_of_event
from congbo.facts.due import Counted, Why
from congbo.facts.time_words import by_words
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.policy.clauses import Clause
from congbo.policy.regulation import Regulation
from congbo.typed.values import Period

DAY = "due.day"


def lines_of(regulation: Regulation, clause: Clause, found: Sequence[Answer], event: Event, lang: str) -> Iterator[str]:
    """Yield the lines of the answer."""
    yield f"{clause.id}: {cited(regulation, clause)}"
    yield clause.says.in_(lang)
    if not regulation.in_force(day_of_event(event)):
        yield sentence(say("due.not_in_force", since=regulation.force.from_), lang)
    for number, one in enumerate(found, 1):
        yield ""
        if len(found) > 1:
            yield sentence(say("due.clock", number=number, all=len(found)), lang)
        yield from (_line(message, lang) for message in _said(one, event))


def _line(message: Message, lang: str) -> str:
    return f"  {sentence(message, lang)}" if message.key == DAY else sentence(message, lang)


def _said(one: Answer, event: Event) -> Iterator[Message]:
    yield say("due.from", event=_when(event), base=one.label) if one.label else say("due.from_last", event=_when(event))
    if one.due is None or one.limit is None:
        yield say("due.until_field", field=one.promise)
        return
    yield say(f"due.limit.{one.figure}", limit=one.limit)
    if one.decision:
        yield one.decision
    elif one.figure == SUGGESTED:
        yield say("due.ask_portal")
    numbers = iter(range(1, len(one.due.counted) + 1))
    yield from (_day(day, numbers) for day in one.due.counted)
    yield say("due.end", by=by_words(one.due), midnight=one.due.due)


def _when(event: Event) -> object:
    if isinstance(event, Period):
        return event.text
    return event if isinstance(event, datetime) else _weekday(event)


def _day(one: Counted, numbers: Iterator[int]) -> Message:
    counts = one.counted and one.why is not Why.EXTENSION
    why = say(f"due.why.{one.why}", n=next(numbers) if counts else "")
    if one.entry:
        why = say("due.why_named", why=why, name=one.entry.note or "-", basis=one.entry.basis)
    return say(DAY, day=_weekday(one.day), why=why)


def _weekday(day: date) -> Message:
    return say("due.weekday", name=say(f"weekday.{day.weekday()}"), day=printed(day))
