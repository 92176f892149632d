"""The menu: some sections beside the name, and all of them in groups, so that each is reached from every page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congbo.facts import addresses
from congbo.site.groups import GROUPS
from congbo.site.index import Index
from congbo.site.views import Link, LinkGroup, Told

LENGTH: Final = 6


def menu(index: Index, lang: str) -> Iterator[Link]:
    """Yield the entries of the menu, by their short names: those that the board chose, then others up to its length."""
    present = index.sections(lang)
    # A language with fewer sections than the board's menu names still gets a full menu.
    chosen = dict.fromkeys([s for s in index.portal.menu if s in present] + list(present))
    for section in list(chosen)[:LENGTH]:
        yield short_link(index, section, lang)


def groups(index: Index, lang: str) -> Iterator[LinkGroup]:
    """Yield all sections in groups by what they hold."""
    for name, views in GROUPS.items():
        links = tuple(_link(index, section, lang) for section in of_views(index, lang, views))
        if links:
            yield LinkGroup(index.words(lang, f"group.{name}"), links)


def of_views(index: Index, lang: str, views: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sections of some views in the order of the board's menu, then in that of ``sections.yml``."""
    menu = index.portal.menu
    found = [section for section in index.sections(lang) if index.view_of(section) in views]
    return tuple(sorted(found, key=lambda one: menu.index(one) if one in menu else len(menu)))


def ordered(index: Index, lang: str) -> tuple[str, ...]:
    """Return all sections in the order of their groups."""
    return tuple(section for views in GROUPS.values() for section in of_views(index, lang, views))


def told(index: Index, section: str, lang: str) -> Told:
    """Return the link to a section with a line on what is found there."""
    known = index.corpus.policy.sections[section]
    return Told(_link(index, section, lang), known.about.in_(lang) if known.about else "")


def short_link(index: Index, section: str, lang: str) -> Link:
    """Return the link to a section by its short name."""
    known = index.corpus.policy.sections[section]
    return Link((known.short or known.name).in_(lang), addresses.section(section, lang))


def _link(index: Index, section: str, lang: str) -> Link:
    return Link(index.corpus.policy.sections[section].name.in_(lang), addresses.section(section, lang))
