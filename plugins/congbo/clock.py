"""The clock, read by the outermost command only (``commands`` and a bare ``pelican`` run); everything else is told today."""

from __future__ import annotations

from datetime import UTC, date, datetime

from congbo.dates import day_of, parse_date
from congbo.errors import refuse


def today(told: str | None) -> date:
    """Return the day that was told (ISO), or else the clock's day in Vietnam. Raises CongboError for another text."""
    if told is None:
        return day_of(datetime.now(UTC))
    found = parse_date(told)
    if found is None:
        raise refuse("command.bad_date", value=told)
    return found
