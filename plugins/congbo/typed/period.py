"""Periods: 2018, 2018-07, 2018-Q3, 2018-H1, 2011-9M, 2018/2021, 2017-01/2017-07."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from congbo.text.regex import regex
from congbo.typed.values import Period

_PART = regex(
    r"(?P<year>(?:19|20|21)[0-9]{2})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)))?"
)


def parse_period(text: str) -> Period | None:
    """Return the period that the text writes, or None."""
    first, slash, second = text.partition("/")
    start = _part(first)
    end = _part(second) if slash else start
    if start is None or end is None or end[1] < start[0]:
        return None
    return Period(text, start[0], end[1])


def _part(text: str) -> tuple[date, date] | None:
    found = _PART.fullmatch(text)
    if not found:
        return None
    first, last = _months(found)
    year = int(found["year"])
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _months(found: re.Match[str]) -> tuple[int, int]:
    if found["month"]:
        return int(found["month"]), int(found["month"])
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, int(found["quarter"]) * 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, int(found["half"]) * 6
    return (1, 9) if found["nine"] else (1, 12)
