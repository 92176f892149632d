"""The facts of Atom feeds, the sitemap, robots.txt and redirects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congbo.dates import EARLIEST, start_of
from congbo.facts import addresses, data_addresses
from congbo.item import Item
from congbo.site.by_view.fields import VIEWS, links
from congbo.site.by_view.schedule import weeks
from congbo.site.gathered_facts import gathers
from congbo.site.gone_facts import title_of
from congbo.site.index import Index
from congbo.site.page_facts import section_link
from congbo.site.registers import facets
from congbo.site.standing import PAGES
from congbo.site.values import words
from congbo.site.views import FeedEntry, FeedFacts, RedirectFacts, SitemapFacts, TextFacts


def feed_facts(index: Index, lang: str, section_id: str) -> FeedFacts:
    """Return the facts of a section's feed, or (empty ``section_id``) the portal's."""
    url = addresses.feed(lang, section_id)
    home = addresses.section(section_id, lang) if section_id else addresses.home(lang)
    name = index.portal.name.in_(lang)
    title = f"{section_link(index, section_id, lang).title} - {name}" if section_id else name
    newest = index.newest(lang, section_id)
    return FeedFacts(
        url=url,
        title=title,
        self_url=index.absolute(url),
        home_url=index.absolute(home),
        lang=lang,
        updated=max((changed(index, item) for item in newest), default=start_of(EARLIEST)).isoformat(
            timespec="seconds"
        ),
        author=index.corpus.policy.units[index.portal.owner].name_in(lang),
        entries=tuple(_entry(index, item) for item in newest),
    )


def _entry(index: Index, item: Item) -> FeedEntry:
    year = index.posted(item).year
    return FeedEntry(
        id=f"tag:{index.host},{year}:{item.id}",
        url=index.absolute(addresses.item(item)),
        title=item.title,
        summary=item.summary,
        author=words(index, item, "tac_gia") or words(index, item, "co_quan_ban_hanh"),
        published=index.posted(item).isoformat(timespec="seconds"),
        updated=changed(index, item).isoformat(timespec="seconds"),
    )


def changed(index: Index, item: Item) -> datetime:
    """Return when an item was last changed: an imported item's commit is not a change of its text; later commits are."""
    last = index.corpus.history.last_changed(item.path)
    first = index.corpus.history.first_published(item.path)
    return last if last and first and last > first else index.posted(item)


Part = str


def sitemap_parts(index: Index) -> list[Part]:
    """Return the sitemap's parts: one for fronts, one a month of posting, so that one new item changes one part."""
    return ["", "chuyen-muc", *index.answer("months")]


def sitemap_facts(index: Index, part: Part) -> SitemapFacts:
    """Return the facts of one part; the empty part is the list of the others."""
    if not part:
        entries = tuple((index.absolute(f"sitemap/{one}.xml"), "") for one in sitemap_parts(index)[1:])
        return SitemapFacts("sitemap.xml", True, entries)
    if part == "chuyen-muc":
        fronts = [addresses.home(lang) for lang in index.languages]
        fronts += [addresses.rules(lang) for lang in index.languages if index.regulation]
        fronts += [addresses.report(lang) for lang in index.languages]
        fronts += [addresses.standing(page.url, lang) for lang in index.languages for page in PAGES.values()]
        fronts += [addresses.section(s, lang) for lang in index.languages for s in index.sections(lang)]
        fronts += [addresses.gathered(lang) for lang in index.languages if gathers(index, lang)]
        fronts += [data_addresses.open_data(lang) for lang in index.languages]
        fronts += [
            addresses.week(s, lang, week)
            for lang in index.languages
            for s in index.sections(lang)
            if index.view_of(s) == "schedule"
            for week in weeks(index, s, lang)
        ]
        fronts += _facets(index)
        return SitemapFacts(f"sitemap/{part}.xml", False, tuple((index.absolute(url), "") for url in fronts))
    items = index.asked("month", part)
    entries = tuple((index.absolute(addresses.item(i)), changed(index, i).date().isoformat()) for i in items)
    return SitemapFacts(f"sitemap/{part}.xml", False, entries)


def _facets(index: Index) -> Iterator[str]:
    """The pages of registers by facet, field and state; those of their years and months they name themselves."""
    for lang in index.languages:
        for section in index.sections(lang):
            view = index.view_of(section)
            for facet in facets(index, section, lang) if view == "document" else ():
                yield from (choice.link.url for choice in facet.choices)
            for kind in VIEWS.get(view, ()):
                yield from (link.url for link in links(index, section, lang, kind))


def robots_facts(index: Index) -> TextFacts:
    """Return robots.txt: everything may be read, and the sitemap is named; of a preview nothing may be read."""
    if index.preview:
        return TextFacts("robots.txt", "User-agent: *\nDisallow: /\n")
    return TextFacts("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {index.absolute('sitemap.xml')}\n")


def redirect_facts(index: Index, url: str) -> RedirectFacts:
    """Return the redirect from an earlier address to the item that had it: of several to the newest that is shown."""
    item = index.item(index.answer("claimant", url)[0])
    target = addresses.item(item)
    return RedirectFacts(item.lang, url, target, title_of(index, item), index.absolute(target))
