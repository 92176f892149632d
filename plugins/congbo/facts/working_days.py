"""Working days: the days on which offices are open, by the calendars in ``policies/calendar/``.

A day is Monday to Friday worked and Saturday and Sunday a rest day, unless its year's calendar says otherwise: holiday, day
off in lieu, swapped day off, or a rest day worked in exchange. A year that has no calendar yet is judged by weekdays alone,
and ``known`` then says no: what was counted over it is provisional. Before the first calendar nothing is judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy import Policy
from congbo.policy.calendar import CalendarDay

SATURDAY = 5
_FOLDER = "policies/calendar"
_ONE = timedelta(days=1)


class Calendar(Struct, frozen=True):
    """The calendars of a repository: the days that differ from their weekday, and until when each year is known."""

    days: Mapping[date, CalendarDay]
    known_until: Mapping[int, date]

    @staticmethod
    def of(policy: Policy) -> Calendar:
        """Return the calendar of a policy."""
        years = policy.calendars.values()
        return Calendar(
            {day.date: day for year in years for day in year.days}, {year.year: year.known_until for year in years}
        )

    def works(self, day: date) -> bool:
        """Tell whether offices are open.

        Raises CongboError for a day before the first calendar: its holidays are not known, and are not guessed.
        """
        if day.year < min(self.known_until, default=day.year + 1):
            raise refuse("calendar.before_first", Place(_FOLDER), day=day, year=day.year)
        different = self.days.get(day)
        return not different.off if different else day.weekday() < SATURDAY

    def why(self, day: date) -> CalendarDay | None:
        """Return the calendar's entry for a day that differs from its weekday, with name and legal basis; else None."""
        return self.days.get(day)

    def known(self, day: date) -> bool:
        """Tell whether the day lies in what has been announced; a forecast can still change."""
        until = self.known_until.get(day.year)
        return until is not None and day <= until

    def next_working(self, day: date) -> date:
        """Return the day itself if it is worked, else the first working day after it."""
        while not self.works(day):
            day += _ONE
        return day

    def after(self, day: date, n: int) -> date:
        """Return the ``n``-th working day after ``day``, which is not counted itself; for 0 ``next_working(day)``.

        The first day is left out as Civil Code 2015, article 147, says of terms that begin with an event.
        """
        if n <= 0:
            return self.next_working(day)
        for _ in range(n):
            day = self.next_working(day + _ONE)
        return day
