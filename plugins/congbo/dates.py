"""Dates of Vietnam. Nothing here reads the clock: today is always passed in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from congbo.text.regex import regex

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)

# Narrower than ``fromisoformat``, which also takes spaces, weeks and commas.
_MOMENT = regex(r"[0-9-]{10}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?")


def parse_date(text: str) -> date | None:
    """Return the ISO date ``YYYY-MM-DD`` between 1900 and 2199, or None."""
    if len(text) != 10:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST and found.isoformat() == text else None


def parse_moment(text: str) -> datetime | None:
    """Return an ISO date-time with its offset, seen from Vietnam; a bare date counts as 00:00 there; or None."""
    day = parse_date(text)
    if day is not None:
        return datetime.combine(day, time(), VIETNAM)
    if not _MOMENT.fullmatch(text) or parse_date(text[:10]) is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=VIETNAM) if moment.tzinfo is None else moment.astimezone(VIETNAM)


def day_of(moment: date | datetime) -> date:
    """Return the calendar day in Vietnam."""
    return moment.astimezone(VIETNAM).date() if isinstance(moment, datetime) else moment


def start_of(day: date) -> datetime:
    """Return 00:00 of the day in Vietnam."""
    return datetime.combine(day, time(), VIETNAM)


def monday_of(day: date) -> date:
    """Return the Monday of the day's week (weeks run Monday to Sunday)."""
    return day - timedelta(days=day.weekday())


def printed(day: date) -> str:
    """Return the day as official papers write it: a zero before days under 10 and months 01 and 02 (03/7/2017)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def holds(from_: date | None, until: date | None, day: date) -> bool:
    """Tell whether ``day`` lies in a term; both ends count, an absent end is open."""
    return (from_ is None or from_ <= day) and (until is None or day <= until)


def overlap(a_from: date | None, a_until: date | None, b_from: date | None, b_until: date | None) -> bool:
    """Tell whether two terms share a day."""
    return (a_from or EARLIEST) <= (b_until or LATEST) and (b_from or EARLIEST) <= (a_until or LATEST)
