"""Years, halves, quarters and months that have begun by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from congbo.typed.values import Period

_MONTHS = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}
_DAY = timedelta(days=1)


def periods(word: str, start: date, today: date) -> Iterator[Period]:
    """Yield the periods (year, half_year, quarter, month) that begin from ``start`` to ``today``, the running one included.

    One that had begun before ``start`` is left out: nothing was owed when it began.
    """
    months = _MONTHS[word]
    first = date(start.year, 1, 1)
    while first <= today:
        after = _months_after(first, months)
        if first >= start:
            yield Period(_written(first, months), first, after - _DAY)
        first = after


def _months_after(first: date, months: int) -> date:
    number = first.month - 1 + months
    return date(first.year + number // 12, number % 12 + 1, 1)


def _written(first: date, months: int) -> str:
    if months == 1:
        return f"{first.year}-{first.month:02d}"
    number = (first.month - 1) // months + 1
    return {12: f"{first.year}", 6: f"{first.year}-H{number}", 3: f"{first.year}-Q{number}"}[months]
