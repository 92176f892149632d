"""Calendars as text (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from congbo.text.regex import regex

_HOUR = regex(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_BEGIN: Final = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//congbo//lich//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
_ZONE: Final = (
    "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


def calendar(events: Iterable[str], name: str = "") -> str:
    """Return a calendar of the lines of some events; one to subscribe to has a name, a file for one event has none."""
    named = (f"X-WR-CALNAME:{escaped(name)}",) if name else ()
    lines = (*_BEGIN, *named, *_ZONE, *events, "END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def begins(day: date, hour: str) -> tuple[str, ...]:
    """Return the lines of when an event is: from its hour on, or the whole day where there is none that can be read."""
    found = _HOUR.fullmatch(hour)
    if not found:
        return f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    at = datetime(day.year, day.month, day.day, int(found[1]), int(found[2]))  # noqa: DTZ001  # its zone stands beside it
    return (f"DTSTART;TZID=Asia/Ho_Chi_Minh:{at:%Y%m%dT%H%M%S}",)


def escaped(text: str) -> str:
    """Return a text as a value: what would end it or part it is marked (3.3.11)."""
    plain = "\n".join(text.splitlines())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line in pieces of 75 octets at most, no letter broken (3.1)."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > 75:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece)).decode()
