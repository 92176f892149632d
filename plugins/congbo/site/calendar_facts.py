"""The facts of calendars to subscribe to (RFC 5545): a schedule's appointments, each with its day, hour, place, leader."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.by_view.schedule import weeks
from congbo.site.feed_facts import changed
from congbo.site.index import Index
from congbo.site.page_facts import section_link
from congbo.site.values import words
from congbo.site.views import TextFacts
from congbo.text.regex import regex

# Weeks with an appointment that a calendar holds, the last ones: so a file stays small, and rests on no clock.
WEEKS: Final = 26
_HOUR = regex(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Asia/Ho_Chi_Minh", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700", "TZNAME:+07", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip


def calendar_facts(index: Index, section: str, lang: str) -> TextFacts:
    """Return the calendar of a schedule."""
    title = f"{section_link(index, section, lang).title} - {index.portal.name.in_(lang)}"
    last = weeks(index, section, lang)[-WEEKS:]
    items = (item for week in last for item in index.asked("with_term", lang, section, "week", week))
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//congbo//lich//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(title)}", *_ZONE,
        *(line for item in sorted(items, key=lambda one: one.id) for line in _event(index, item)), "END:VCALENDAR",
    ]  # fmt: skip
    return TextFacts(addresses.calendar(section, lang), "".join(f"{folded(line)}\r\n" for line in lines))


def _event(index: Index, item: Item) -> Iterator[str]:
    day = item.fields.get("ngay")
    if not isinstance(day, date):
        return
    who, what = words(index, item, "lanh_dao"), words(index, item, "noi_dung") or item.summary
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@{index.host}"
    yield f"DTSTAMP:{changed(index, item).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield _begins(day, str(item.fields.get("gio", "")))
    yield f"SUMMARY:{escaped(item.title)}"
    yield f"DESCRIPTION:{escaped(': '.join(filter(None, (who, what))))}"
    if place := words(index, item, "dia_diem"):
        yield f"LOCATION:{escaped(place)}"
    yield f"URL:{index.absolute(addresses.item(item))}"
    yield "END:VEVENT"


def _begins(day: date, hour: str) -> str:
    """An appointment without an hour that can be read takes the day."""
    found = _HOUR.fullmatch(hour)
    if not found:
        return f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    at = datetime(day.year, day.month, day.day, int(found[1]), int(found[2]))  # noqa: DTZ001  # its zone stands beside it
    return f"DTSTART;TZID=Asia/Ho_Chi_Minh:{at:%Y%m%dT%H%M%S}"


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
