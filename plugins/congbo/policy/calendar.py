"""Working-day calendars: one file a year, each day off or worked with its legal basis."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from congbo.place import Place
from congbo.policy.shape import day, integer, listed, may, need, one_of, record, text

KINDS = ("nghi_le", "nghi_bu", "hoan_doi_nghi", "lam_bu")


class CalendarDay(Struct, frozen=True):
    """A day that differs from its weekday: holiday, day off in lieu, swapped day off, or a rest day worked."""

    date: date
    kind: str
    basis: str
    place: Place
    note: str = ""

    @property
    def off(self) -> bool:
        """Tell whether offices are closed."""
        return self.kind != "lam_bu"


class CalendarYear(Struct, frozen=True):
    """A year; what lies after ``known_until`` is a forecast, and a deadline that runs past it is provisional."""

    year: int
    known_until: date
    days: tuple[CalendarDay, ...]
    place: Place


_DAY = record(CalendarDay, {"date": need(day), "kind": need(one_of(*KINDS)), "basis": need(text), "note": may(text)})
read_calendar = record(
    CalendarYear,
    {"calendar": need(integer, "year"), "known_until": need(day), "days": need(listed(_DAY))},
)
