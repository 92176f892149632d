"""The values of calls for comments."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.parts import Day


class Call(Struct, frozen=True):
    """A call for comments: how far it has come (``stage`` for the look), its last day, and its first one if it names one.

    ``calendar``: on its own page, the file that takes the last day into a calendar.
    """

    stage: str
    text: str
    closes: Day
    opens: Day | None = None
    calendar: str = ""
