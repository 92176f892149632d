"""The facts of the pages of a register's states: on any day, and at the ends of the years that are over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congbo.facts import addresses
from congbo.facts.effect import Effect, state_on
from congbo.frozen import replace
from congbo.item import Item
from congbo.site.by_view.document import register
from congbo.site.days import day_in
from congbo.site.effects import effect_words, span
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.registers import ALL, counted
from congbo.site.views import Entry, Group, Link
from congbo.site.views.registers import EffectsFacts

# In the order in which a page tells them: what has effect first.
_ORDER = (Effect.IN_FORCE, Effect.PARTLY, Effect.NOT_YET, Effect.EXPIRED)


def years_over(index: Index, section: str, lang: str) -> Iterator[str]:
    """Yield the years that are over and in which a document of the register was issued, the newest first."""
    for year, _ in counted(index.answer("filed_periods", lang, section, *ALL, "")):
        if index.reached(date(int(year) + 1, 1, 1)):
            yield year


def effects_facts(index: Index, section: str, lang: str, year: str) -> EffectsFacts:
    """Return the facts of the states on any day (no year), or of a year's documents on its last day."""
    front = section_link(index, section, lang)
    title = index.words(lang, "effects.title", section=front.title)
    own = Link(index.words(lang, "effects.link"), addresses.effects(section, lang))
    day = day_in(date(int(year), 12, 31), lang) if year else None
    if day:
        title = index.words(lang, "effects.title.year", section=front.title, year=year, day=day.text)
    return EffectsFacts(
        **common(
            index, lang, addresses.effects(section, lang, year), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[front, own] if year else [front],
        ),
        view=index.view_of(section),
        register=None if year else register(index, section, lang),
        years=() if year else tuple(_year(index, section, lang, one) for one in years_over(index, section, lang)),
        day=day,
        groups=tuple(_groups(index, section, lang, year)) if year else (),
    )  # fmt: skip


def _year(index: Index, section: str, lang: str, year: str) -> Link:
    day = day_in(date(int(year), 12, 31), lang).text
    return Link(index.words(lang, "effects.year", year=year, day=day), addresses.effects(section, lang, year))


def _groups(index: Index, section: str, lang: str, year: str) -> Iterator[Group]:
    """The documents that were issued in a year, by their state on its last day."""
    found: dict[str, list[Entry]] = {state: [] for state in _ORDER}
    words: dict[str, str] = {}
    for item in index.asked("filed", lang, section, *ALL, year):
        if state := _state(index, item, date(int(year), 12, 31)):
            words[state] = effect_words(index, item, state)
            found[state].append(replace(entry(index, item), effect=str(state), effect_text=words[state]))
    yield from (Group(words[state], tuple(entries)) for state, entries in found.items() if entries)


def _state(index: Index, item: Item, day: date) -> Effect | None:
    days = span(index, item)
    return state_on(days, day) if days else None
