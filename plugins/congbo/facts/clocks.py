"""Limits applied to events, by the Civil Code 2015.

Article 147: hours run from the stated moment; a term in days, working days or months leaves the day of the event out.
Article 148: a month ends on the same day of the month, or on the month's last day if it has none (clause 3); if the last day
is a rest day, the term ends with the next working day (clause 5); the last day ends at 24:00 (clause 6).

An event of which only the day is known can have happened until that day's end: hours then run from 24:00 of the day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from congbo.dates import VIETNAM, day_of, start_of
from congbo.facts.due import Counted, Due, Why
from congbo.facts.working_days import Calendar
from congbo.policy.span import MonthDay, Span
from congbo.typed.values import Period

Event = date | datetime | Period
Limit = Span | MonthDay
_ONE = timedelta(days=1)
_OFF = {"nghi_le": Why.HOLIDAY, "nghi_bu": Why.IN_LIEU, "hoan_doi_nghi": Why.SWAPPED}


def day_of_event(event: Event) -> date:
    """Return the day on which a clock starts, in Vietnam: whose law is the day's law. A period ends with its last day."""
    return event.last if isinstance(event, Period) else day_of(event)


def due(calendar: Calendar, limit: Limit, event: Event, *, extends: bool = True) -> Due:
    """Return when a limit that starts with the event ends. ``extends=False`` leaves out the move to a working day.

    Raises CongboError if the calendars begin later.
    """
    first = day_of_event(event)
    if isinstance(limit, MonthDay):
        return _until(calendar, _day_in_month(first, limit), (), extends=extends)
    if limit.unit == "hours":
        return _hours(limit.n, event)
    start = Counted(first, False, Why.FIRST, calendar.why(first))
    if limit.unit == "working_days":
        return _working_days(calendar, limit.n, start)
    if limit.unit == "days":
        days = (start, *(_plain(calendar, day) for day in _days(first + _ONE, first + _ONE * limit.n)))
        return _until(calendar, first + _ONE * limit.n, days, extends=extends)
    return _until(calendar, months_after(first, limit.n), (start,), extends=extends)


def by_day(calendar: Calendar, last: date, *, extends: bool = False) -> Due:
    """Return the limit that ends with a stated day, such as one that was promised; it is not moved unless told."""
    return _until(calendar, last, (), extends=extends)


def months_after(day: date, n: int) -> date:
    """Return the same day of the month ``n`` months later, or that month's last day if it has none such."""
    years, month = divmod(day.month - 1 + n, 12)
    return _in_month(day.year + years, month + 1, day.day)


def _day_in_month(day: date, limit: MonthDay) -> date:
    month = months_after(day.replace(day=1), int(limit.next_month))
    return _in_month(month.year, month.month, limit.day)


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _hours(n: int, event: Event) -> Due:
    start = event if isinstance(event, datetime) else start_of(day_of_event(event) + _ONE)
    return Due(start.astimezone(VIETNAM) + timedelta(hours=n), None)


def _working_days(calendar: Calendar, n: int, start: Counted) -> Due:
    """Count working days; for none, the working day of the event itself or, on a rest day, the next one."""
    last = calendar.after(start.day, n)
    asked = list(_days(start.day + _ONE if n else start.day, last))
    looked_at = (*((start,) if n else ()), *(judged(calendar, day) for day in asked))
    return Due(start_of(last + _ONE), last, looked_at, None, _unknown(calendar, asked))


def _until(calendar: Calendar, last: date, before: tuple[Counted, ...], *, extends: bool) -> Due:
    """End with a day that was found without a calendar, which only says whether that day is worked."""
    end = calendar.next_working(last) if extends else last
    moved = [Counted(day, calendar.works(day), Why.EXTENSION, calendar.why(day)) for day in _days(last + _ONE, end)]
    unknown = _unknown(calendar, _days(last, end)) if extends else None
    here = () if before[-1:] and before[-1].day == last else (Counted(last, True, Why.LAST, calendar.why(last)),)
    days = (*before, *here, *moved)
    return Due(start_of(end + _ONE), end, days, last if end != last else None, unknown)


def _unknown(calendar: Calendar, days: Iterable[date]) -> date | None:
    return next((day for day in days if not calendar.known(day)), None)


def judged(calendar: Calendar, day: date) -> Counted:
    """Return how a count of working days looks at a day."""
    entry = calendar.why(day)
    if calendar.works(day):
        return Counted(day, True, Why.WORKED if entry else Why.COUNTED, entry)
    return Counted(day, False, _OFF[entry.kind] if entry else Why.WEEKEND, entry)


def _plain(calendar: Calendar, day: date) -> Counted:
    return Counted(day, True, Why.COUNTED, calendar.why(day))


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _ONE
