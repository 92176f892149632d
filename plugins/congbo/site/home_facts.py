"""The facts of home pages, of the site map for people, and of the page for a missing address."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.site.about import about
from congbo.site.ceased_facts import portal_link
from congbo.site.chrome import chrome_of
from congbo.site.gathered_facts import ways
from congbo.site.groups import GROUPS
from congbo.site.home_blocks import blocks, news
from congbo.site.index import Index
from congbo.site.menu import of_views, ordered, told
from congbo.site.page_facts import common
from congbo.site.views import HomeFacts, Link, LinkGroup, NotFoundFacts, SiteMapFacts, ToldGroup, Tongue


def home_facts(index: Index, lang: str) -> HomeFacts:
    """Return the facts of a home page."""
    name = index.portal.name.in_(lang)
    owner = index.corpus.policy.units[index.portal.owner].name_in(lang)
    return HomeFacts(
        **common(
            index, lang, addresses.home(lang), name,
            index.words(lang, "home.description", name=name, owner=owner),
            alternates=[(other, addresses.home(other)) for other in index.languages],
        ),
        news=news(index, lang),
        blocks=tuple(blocks(index, lang)),
        sections=tuple(told(index, section, lang) for section in ordered(index, lang)),
        components=tuple(_components(index, lang)),
        gathered=ways(index, lang),
    )  # fmt: skip


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
    return SiteMapFacts(
        **common(
            index, lang, addresses.site_map(lang), title, title,
            alternates=[(other, addresses.site_map(other)) for other in index.languages],
        ),
        sections=tuple(_told_groups(index, lang)),
        groups=(
            LinkGroup(index.words(lang, "label.about"), (*about(index, lang), *ways(index, lang))),
            *_components(index, lang),
        ),
    )  # fmt: skip


def _told_groups(index: Index, lang: str) -> Iterator[ToldGroup]:
    for name, views in GROUPS.items():
        if sections := of_views(index, lang, views):
            yield ToldGroup(index.words(lang, f"group.{name}"), tuple(told(index, one, lang) for one in sections))


def not_found_facts(index: Index) -> NotFoundFacts:
    """Return the facts of the page for a missing address, of whatever language: a server has one page for all of them.

    It is served at any depth, so its links begin at the host.
    """
    title = index.words("vi", "not_found.title")
    return NotFoundFacts(
        **common(index, "vi", "404.html", title, title),
        tongues=tuple(_tongue(index, lang) for lang in index.languages),
    )


def _tongue(index: Index, lang: str) -> Tongue:
    return Tongue(
        lang,
        index.words(lang, "not_found.title"),
        index.words(lang, "page.not_found.why"),
        (
            Link(index.words(lang, "page.to_home"), addresses.home(lang)),
            Link(index.words(lang, "label.site_map"), addresses.site_map(lang)),
        ),
        chrome_of(index, lang).sections,
    )
