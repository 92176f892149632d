"""The facts of schedules by week, month and leader."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Day, Entry, Group, Link


class Weeks(Struct, frozen=True):
    """A week by its days, and the nearest weeks before and after it that have an appointment.

    ``months``: the pages of the months that its appointments lie in; ``leaders``: whose they are, each with the page of what
    they do lately; ``calendar``: the address of the file to subscribe to, empty where there is none.
    """

    title: str
    older: Link | None = None
    newer: Link | None = None
    months: tuple[Link, ...] = ()
    leaders: tuple[Link, ...] = ()
    calendar: str = ""


class WeekFacts(PageFacts, frozen=True):
    """Some days of a schedule: those of a week, or the last ones of a leader (``leader``)."""

    view: str = ""
    groups: tuple[Group, ...] = ()
    around: Weeks | None = None
    leader: str = ""


class Cell(Struct, frozen=True):
    """A day of a month, with its appointments in the order of the clock; ``url``: the day on the page of its week."""

    day: Day
    number: int
    entries: tuple[Entry, ...] = ()
    url: str = ""


class MonthRow(Struct, frozen=True):
    """A week of a month: its number, its page if it has an appointment, and seven days, None for those of other months."""

    number: int
    cells: tuple[Cell | None, ...]
    week: Link | None = None


class GridFacts(PageFacts, frozen=True):
    """One month of a schedule, and the nearest months before and after it that have an appointment."""

    rows: tuple[MonthRow, ...] = ()
    count: int = 0
    older: Link | None = None
    newer: Link | None = None
    calendar: str = ""


class Appointment(Struct, frozen=True):
    """Whose an appointment is; on its own page also its week and month, and the file that takes it into a calendar."""

    leaders: tuple[Link, ...]
    week: Link | None = None
    month: Link | None = None
    calendar: str = ""
