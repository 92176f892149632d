"""The facts of what one leader does lately, by a section's schedule: of older weeks the weeks' own pages tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from congbo.facts import schedule_addresses
from congbo.facts.terms import LEADER, leader_word, leaders_in, week_of
from congbo.item import Item
from congbo.shelf.topical import LISTED
from congbo.site.by_view.schedule import by_day, day_named
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.section_facts import group
from congbo.site.views import WeekFacts, Weeks

# Weeks with an appointment of the leader that the page shows, the last ones: it rests on no clock.
WEEKS: Final = 4


def leader_facts(index: Index, section: str, lang: str, leader: str) -> WeekFacts:
    """Return the facts of a leader's page, the newest day first."""
    items = latest(index, section, lang, leader)
    name, front = name_of(items, leader), section_link(index, section, lang)
    title = index.words(lang, "leader.title", section=front.title, name=name)
    return WeekFacts(
        **common(
            index, lang, schedule_addresses.leader(section, lang, leader), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[front],
        ),
        view=index.view_of(section),
        groups=tuple(group(index, part) for part in reversed(list(by_day(_last(items), lang)))),
        around=Weeks(name, calendar="" if index.preview else schedule_addresses.leader_calendar(section, lang, leader)),
        leader=name,
    )  # fmt: skip


def latest(index: Index, section: str, lang: str, leader: str) -> tuple[Item, ...]:
    """Return the appointments of a leader that were posted last: fifty at most."""
    found = index.answer("newest_with_term", lang, section, LEADER, leader)[:LISTED]
    return tuple(item for item in index.items_at(found) if day_named(item))


def name_of(items: Iterable[Item], leader: str) -> str:
    """Return a leader's name as it was written last."""
    texts = (str(item.fields["lanh_dao"]) for item in items)
    return next((name for text in texts for name in leaders_in(text) if leader_word(name) == leader), leader)


def _last(items: Iterable[Item]) -> tuple[Item, ...]:
    known = {item.id: week_of(day) for item in items if (day := day_named(item))}
    shown = sorted(set(known.values()))[-WEEKS:]
    return tuple(item for item in items if known[item.id] in shown)
