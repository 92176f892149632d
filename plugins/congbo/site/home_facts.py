"""The facts of home pages, of the site map for people, and of the page for a missing address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.ceased_facts import portal_link
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import Block, HomeFacts, Link, LinkGroup, PageFacts, SiteMapFacts

# Blocks of the home page in reading order: what a citizen comes for first (the prototype's principle 2).
_ORDER = (
    "document", "consultation", "service", "schedule", "question", "statistics", "statement", "plan", "project", "science",
    "decision", "forum", "news", "person", "organisation", "information",
)  # fmt: skip
_PER_BLOCK = {
    "document": 4,
    "consultation": 4,
    "service": 6,
    "schedule": 4,
    "question": 3,
    "statistics": 4,
    "person": 6,
}
NEWS = 5


def home_facts(index: Index, lang: str) -> HomeFacts:
    """Return the facts of a home page."""
    name = index.portal.name.in_(lang)
    owner = index.corpus.policy.units[index.portal.owner].name_in(lang)
    news = _news(index, lang)
    return HomeFacts(
        **common(
            index, lang, addresses.home(lang), name,
            index.words(lang, "home.description", name=name, owner=owner),
            alternates=[(other, addresses.home(other)) for other in index.languages],
        ),
        lead=news.entries[0] if news else None,
        news=Block(news.section, news.view, news.title, news.url, news.entries[1:]) if news else None,
        blocks=tuple(_blocks(index, lang)),
        components=tuple(_components(index, lang)),
    )  # fmt: skip


def _news(index: Index, lang: str) -> Block | None:
    """The newest items of all news sections, under the first news section of the menu."""
    sections = [s for s in index.sections(lang) if index.view_of(s) == "news"]
    if not sections:
        return None
    items = _newest(index, lang, sections)[:NEWS]
    first = next((s for s in index.portal.menu if s in sections), sections[0])
    link = section_link(index, first, lang)
    return Block(first, "news", link.title, link.url, tuple(entry(index, item) for item in items))


def _newest(index: Index, lang: str, sections: Iterable[str]) -> list[Item]:
    found = sorted((item for section in sections for item in index.newest(lang, section)), key=lambda item: item.id)
    return sorted(found, key=index.posted, reverse=True)


def _blocks(index: Index, lang: str) -> Iterator[Block]:
    present = index.sections(lang)
    ordered = sorted(
        (s for s in present if index.view_of(s) in _ORDER),
        key=lambda s: (
            _ORDER.index(index.view_of(s)),
            index.portal.menu.index(s) if s in index.portal.menu else len(present),
        ),
    )
    for section in ordered:
        view = index.view_of(section)
        items = index.listed(section, lang, _PER_BLOCK.get(view, 3))
        link = section_link(index, section, lang)
        yield Block(section, view, link.title, link.url, tuple(entry(index, item) for item in items))


def _components(index: Index, lang: str) -> Iterator[LinkGroup]:
    """Component portals by tier, in the order of the regulation's tiers."""
    regulation = index.regulation
    children = index.corpus.policy.children(index.portal.id)
    for tier, name in (regulation.tiers if regulation else {}).items():
        links = tuple(portal_link(index, child, lang) for child in children if child.tier == tier)
        if links:
            yield LinkGroup(name.in_(lang), links)


def site_map_facts(index: Index, lang: str) -> SiteMapFacts:
    """Return the facts of the site map: every section, and the component portals."""
    title = index.words(lang, "label.site_map")
    sections = LinkGroup(
        index.words(lang, "label.sections"), tuple(section_link(index, s, lang) for s in index.sections(lang))
    )
    return SiteMapFacts(
        **common(
            index, lang, addresses.site_map(lang), title, title,
            alternates=[(other, addresses.site_map(other)) for other in index.languages],
        ),
        groups=(sections, *_about(index, lang), *_components(index, lang)),
    )  # fmt: skip


def _about(index: Index, lang: str) -> Iterator[LinkGroup]:
    if index.regulation:
        link = Link(index.words(lang, "label.rules"), addresses.rules(lang))
        yield LinkGroup(index.words(lang, "label.about"), (link,))


def not_found_facts(index: Index) -> PageFacts:
    """Return the facts of the page for a missing address; it is served at any depth, so its links begin at the host."""
    title = index.words("vi", "not_found.title")
    facts = common(index, "vi", "404.html", title, title)
    return PageFacts(**facts)
