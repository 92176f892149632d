"""The facts of the page on which a main portal gathers its components' items (QN-11.4, TQ-8.1c), and the way to it.

Each line leads to the component's own host: the main portal has no copy of what its components publish.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from congbo.facts import addresses
from congbo.facts.gathering import components, offered
from congbo.item import Item
from congbo.shelf.gathered import OF_A_GROUP
from congbo.site.ceased_facts import canonical_host, portal_link
from congbo.site.days import day_in
from congbo.site.groups import GROUPS
from congbo.site.index import Index
from congbo.site.page_facts import common
from congbo.site.views import GatheredFacts, GatheredGroup, GatheredLine, Link


def gathers(index: Index, lang: str) -> bool:
    """Tell whether the components of the edition's network show anything in a language."""
    return bool(components(index.corpus.policy, index.portal.id, index.edition) and index.answer("gathers", lang))


def ways(index: Index, lang: str) -> tuple[Link, ...]:
    """Return the link to the page, if there is one."""
    return (Link(index.words(lang, "gathered.title"), addresses.gathered(lang)),) if gathers(index, lang) else ()


def gathered_facts(index: Index, lang: str) -> GatheredFacts:
    """Return the facts of the page."""
    words = {"name": index.portal.name.in_(lang)}
    return GatheredFacts(
        **common(
            index, lang, addresses.gathered(lang), index.words(lang, "gathered.title"),
            index.words(lang, "gathered.description", **words),
            alternates=[(one, addresses.gathered(one)) for one in index.languages if gathers(index, one)],
        ),
        groups=tuple(_groups(index, lang)),
    )  # fmt: skip


def _groups(index: Index, lang: str) -> Iterator[GatheredGroup]:
    """What is offered stands first, and once."""
    paths = index.answer("offered", lang)
    if paths:
        yield GatheredGroup(index.words(lang, "gathered.offered"), _lines(index, lang, paths))
    for name in GROUPS:
        if rest := _rest(index.answer("gathered", lang, name), paths):
            yield GatheredGroup(index.words(lang, f"group.{name}"), _lines(index, lang, rest))


def _rest(paths: tuple[str, ...], shown: Container[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path not in shown)[:OF_A_GROUP]


def _lines(index: Index, lang: str, paths: tuple[str, ...]) -> tuple[GatheredLine, ...]:
    return tuple(_line(index, lang, item) for item in index.items_at(paths))


def _line(index: Index, lang: str, item: Item) -> GatheredLine:
    portal = index.corpus.policy.portals[item.portal]
    return GatheredLine(
        Link(item.title, f"https://{canonical_host(index, portal)}/{addresses.item(item)}", external=True),
        portal_link(index, portal, lang),
        day_in(index.posted(item).date(), lang),
        index.corpus.policy.sections[item.section].name.in_(lang),
        offered(item),
    )
