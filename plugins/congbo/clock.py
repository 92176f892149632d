"""The clock, read by the outermost command only (``commands`` and a bare ``pelican`` run); everything else is told today."""

from __future__ import annotations

from datetime import UTC, date, datetime

from congbo.dates import VIETNAM, day_of, parse_date, parse_moment, start_of
from congbo.errors import refuse


def today(told: str | None) -> date:
    """Return the day that was told (ISO), or else the clock's day in Vietnam. Raises CongboError for another text."""
    if told is None:
        return day_of(datetime.now(UTC))
    found = parse_date(told)
    if found is None:
        raise refuse("command.bad_date", value=told)
    return found


def now(told: str | None = None) -> datetime:
    """Return the moment that was told (ISO, with its offset), or else the clock's, to the second, seen from Vietnam.

    Raises CongboError for another text.
    """
    if told is None:
        return datetime.now(VIETNAM).replace(microsecond=0)
    found = parse_moment(told)
    if found is None:
        raise refuse("command.bad_moment", value=told)
    return found


def moment(day: str | None, told: str | None) -> datetime:
    """Return the moment that was told, or the beginning of the day that was told, or the clock's moment.

    Raises CongboError for another text, and for a moment of another day.
    """
    if told is None:
        return now() if day is None else start_of(today(day))
    found = now(told)
    if day is not None and day_of(found) != today(day):
        raise refuse("command.two_days", day=day, moment=told)
    return found
