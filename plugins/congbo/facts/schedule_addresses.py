"""Where schedules and calendars lie: paths from the edition's root."""

from __future__ import annotations

from congbo.facts.addresses import item, section
from congbo.item import Item


def week(section_id: str, lang: str, which: str) -> str:
    """Return the address of a week ("2017-W27") of a section's schedule."""
    return f"{section(section_id, lang)}tuan/{which}/"


def schedule_month(section_id: str, lang: str, which: str) -> str:
    """Return the address of a month ("2017-07") of a section's schedule."""
    return f"{section(section_id, lang)}thang/{which}/"


def leader(section_id: str, lang: str, word: str) -> str:
    """Return the address of what a leader does lately, by a section's schedule."""
    return f"{section(section_id, lang)}lanh-dao/{word}/"


def calendar(section_id: str, lang: str) -> str:
    """Return the address of the calendar of a section: of its schedule, or of the last days of its calls for comments."""
    return f"{section(section_id, lang)}lich.ics"


def leader_calendar(section_id: str, lang: str, word: str) -> str:
    """Return the address of the calendar of one leader of a section's schedule."""
    return f"{leader(section_id, lang, word)}lich.ics"


def event(one: Item) -> str:
    """Return the address of the file that takes one appointment, or one last day, into a calendar."""
    return f"{item(one)}lich/{one.id}.ics"
