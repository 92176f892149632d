"""Dates in the words of a page's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from congbo.dates import day_of, printed
from congbo.site.views import Day

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_in(when: date | datetime, lang: str) -> Day:
    """Return a date, with its time where it has one, as a page shows it."""
    day = day_of(when)
    words = _WORDS[lang](day)
    if not isinstance(when, datetime):
        return Day(iso_of(when), words)
    return Day(
        iso_of(when),
        f"{words}, {when:%H:%M}" if lang != "zh" else f"{words} {when:%H:%M}",
    )


def iso_of(when: date | datetime) -> str:
    """Return a date, with its time where it has one, for machines."""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()


def month_in(year: int, month: int, lang: str) -> str:
    """Return a month as a page names it."""
    if lang == "vi":
        return f"Tháng {month}/{year}"
    return f"{_MONTHS[month - 1]} {year}" if lang == "en" else f"{year}年{month}月"


def week_in(week: str, lang: str) -> str:
    """Return a week ("2017-W27") by its first and last day: "03/7/2017 - 09/7/2017"."""
    year, _, number = week.partition("-W")
    first, last = (day_in(date.fromisocalendar(int(year), int(number), day), lang).text for day in (1, 7))
    return f"{first} - {last}"


_WORDS: Mapping[str, Callable[[date], str]] = {
    "vi": printed,
    "en": lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year}",
    "zh": lambda day: f"{day.year}年{day.month}月{day.day}日",
}
