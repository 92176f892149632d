"""The facts of schedules by week."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Group, Link


@dataclass(frozen=True, slots=True)
class Weeks:
    """A week by its days, and the nearest weeks before and after it that have an appointment.

    ``calendar``: the address of the file to subscribe to, empty where there is none.
    """

    title: str
    older: Link | None = None
    newer: Link | None = None
    calendar: str = ""


@dataclass(frozen=True)
class WeekFacts(PageFacts):
    """One week of a schedule, day by day."""

    view: str = ""
    groups: tuple[Group, ...] = ()
    around: Weeks | None = None
