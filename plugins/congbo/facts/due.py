"""When something is due, and how the days were counted."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from congbo.policy.calendar import CalendarDay


class Why(StrEnum):
    """Why a day was counted or not."""

    FIRST = "first_day"  # the day of the event itself
    COUNTED = "counted"
    WORKED = "worked_rest_day"  # a rest day worked in exchange for another
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    IN_LIEU = "in_lieu"
    SWAPPED = "swapped"  # off in exchange for a rest day
    LAST = "last_day"  # the day on which a term in months, or a stated day, ends
    EXTENSION = "extension"  # the last day was no working day: the end of the next one counts


class Counted(Struct, frozen=True):
    """One day that was looked at; ``entry`` is the calendar's, with the day's name and legal basis."""

    day: date
    counted: bool
    why: Why
    entry: CalendarDay | None = None


class Due(Struct, frozen=True):
    """The end of a limit.

    ``due`` is the first moment that is too late. ``last_day`` is the last day in time, None for clock hours. Where that day
    was moved because the limit ended on a rest day, ``unextended`` is the day before the move. ``unknown_from`` is the first
    day counted by a calendar that has not been announced: the date is then provisional.
    """

    due: datetime
    last_day: date | None
    counted: tuple[Counted, ...] = ()
    unextended: date | None = None
    unknown_from: date | None = None

    @property
    def provisional(self) -> bool:
        """Tell whether the date rests on days off that can still change."""
        return self.unknown_from is not None
