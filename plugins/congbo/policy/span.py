"""Lengths of time as policies write them: ``{working_days: 2}``, ``{hours: 24}``, ``{days: 3}``, ``{months: 6}``."""

from __future__ import annotations

from msgspec import Struct

from congbo.policy.free import Free

LOCAL = "local"
UNITS = ("hours", "days", "working_days", "months")
# Where each kind of check writes its limit; a portal's own figure stands under the same word.
WRITTEN_IN = {"deadline": "within", "cadence": "every"}
MONTHS = ("same", "next")
_LONGEST = {"hours": 24 * 366, "days": 3660, "working_days": 2600, "months": 1200}


class Span(Struct, frozen=True):
    """A number of hours, days, working days or months."""

    unit: str
    n: int


class MonthDay(Struct, frozen=True):
    """A day of the month in which something lies, or of the month after it."""

    day: int
    next_month: bool = False


def span(value: Free | None) -> Span | None:
    """Return the span that a mapping of one unit and a number writes; None for anything else, ``local`` included."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    unit, n = next(iter(value.items()))
    fits = unit in UNITS and isinstance(n, int) and not isinstance(n, bool) and n <= _LONGEST[unit]
    return Span(unit, n) if fits and isinstance(n, int) else None


def month_day(value: Free | None) -> MonthDay | None:
    """Return the day that ``{day: 25, month: same|next}`` writes; None for anything else."""
    if not isinstance(value, dict) or set(value) != {"day", "month"} or value["month"] not in MONTHS:
        return None
    day = value["day"]
    fits = isinstance(day, int) and not isinstance(day, bool) and 1 <= day <= 31
    return MonthDay(day, value["month"] == "next") if fits and isinstance(day, int) else None
