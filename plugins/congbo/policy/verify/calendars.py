"""Working-day calendars."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy.model import Policy

SATURDAY = 5


def verify_calendars(policy: Policy) -> None:
    """Refuse a day that stands twice or in the wrong year, and a rest day "worked" that is no rest day."""
    for year in policy.calendars.values():
        seen: dict[object, Place] = {}
        for day in year.days:
            if day.date.year != year.year:
                raise refuse("policy.other_year", day.place, date=day.date, year=year.year)
            if day.date in seen:
                raise refuse("policy.duplicate_id", day.place, id=day.date.isoformat(), first=str(seen[day.date]))
            if not day.off and day.date.weekday() < SATURDAY:
                raise refuse("policy.worked_weekday", day.place, date=day.date)
            seen[day.date] = day.place
