"""The facts of the sitemap, in parts of which a new item changes one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congbo.facts import addresses, data_addresses, schedule_addresses
from congbo.facts.terms import LEADER
from congbo.item import Item
from congbo.site.by_view.fields import VIEWS, links
from congbo.site.feed_facts import changed
from congbo.site.gathered_facts import gathers
from congbo.site.index import Index
from congbo.site.registers import facets
from congbo.site.standing import PAGES
from congbo.site.views import SitemapEntry, SitemapFacts

FRONTS: Final = "chuyen-muc"
_OF_SCHEDULES: Final = {
    "week": schedule_addresses.week,
    "month": schedule_addresses.schedule_month,
    LEADER: schedule_addresses.leader,
}
_MONTH: Final = len("2026-11")

Part = str


def sitemap_parts(index: Index) -> list[Part]:
    """Return the sitemap's parts: "" for the list of them, one for fronts, one a month of posting ("2026-11").

    What a month has beyond one part goes into further ones ("2026-11-2"), in the order in which it came: where a new item
    comes, no older one changes its part.
    """
    months = (line.split() for line in index.answer("mapped"))
    return ["", FRONTS, *(_name(month, number) for month, further in months for number in range(int(further) + 1))]


def _name(month: str, number: int) -> Part:
    return f"{month}-{number + 1}" if number else month


def sitemap_facts(index: Index, part: Part) -> SitemapFacts:
    """Return the facts of one part; the empty part is the list of the others."""
    if not part:
        found = (f"sitemap/{one}.xml" for one in sitemap_parts(index)[1:])
        return SitemapFacts("sitemap.xml", True, tuple(SitemapEntry(index.absolute(url)) for url in found))
    entries = _fronts(index) if part == FRONTS else _items(index, part)
    return SitemapFacts(f"sitemap/{part}.xml", False, tuple(entries))


def _items(index: Index, part: Part) -> Iterator[SitemapEntry]:
    number = int(part[_MONTH + 1 :] or 1) - 1
    for item in index.asked("mapped_in", part[:_MONTH], str(number)):
        day = changed(index, item).date().isoformat()
        yield SitemapEntry(index.absolute(addresses.item(item)), day, _tongues(index, item))


def _tongues(index: Index, item: Item) -> tuple[tuple[str, str], ...]:
    """The item in every language, as its page tells them; the Vietnamese is for readers of any other, too."""
    family = index.translations(item) if len(index.portal.languages) > 1 else ()
    found = [(one.lang, index.absolute(addresses.item(one))) for one in family]
    found += [("x-default", url) for lang, url in found if lang == "vi"]
    return tuple(found) if len(family) > 1 else ()


def _fronts(index: Index) -> Iterator[SitemapEntry]:
    for lang in index.languages:
        yield from (SitemapEntry(index.absolute(url)) for url in _of_language(index, lang))


def _of_language(index: Index, lang: str) -> Iterator[str]:
    yield addresses.home(lang)
    if index.regulation:
        yield addresses.rules(lang)
    yield addresses.report(lang)
    yield from (addresses.standing(page.url, lang) for page in PAGES.values())
    if gathers(index, lang):
        yield addresses.gathered(lang)
    yield data_addresses.open_data(lang)
    for section in index.sections(lang):
        yield addresses.section(section, lang)
        yield from _below(index, section, lang)


def _below(index: Index, section: str, lang: str) -> Iterator[str]:
    """What a schedule has by week, month and leader, and a register by facet, field and state: these name their years."""
    view = index.view_of(section)
    for kind, address in _OF_SCHEDULES.items() if view == "schedule" else ():
        yield from (address(section, lang, value) for value in index.answer("terms_of", lang, section, kind))
    for facet in facets(index, section, lang) if view == "document" else ():
        yield from sorted(choice.link.url for choice in facet.choices)  # not by counts: these change with each document
    for kind in VIEWS.get(view, ()):
        yield from (link.url for link in links(index, section, lang, kind))
