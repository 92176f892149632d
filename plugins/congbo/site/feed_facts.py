"""The facts of Atom feeds, robots.txt and redirects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from congbo.dates import EARLIEST, start_of
from congbo.facts import addresses
from congbo.item import Item
from congbo.site.enclosures import enclosures, make_sizes_ready
from congbo.site.gone_facts import title_of
from congbo.site.index import Index
from congbo.site.page_facts import section_link
from congbo.site.topics import named
from congbo.site.values import words
from congbo.site.views import Category, FeedEntry, FeedFacts, Link, RedirectFacts, TextFacts

# Who speaks in an entry: whoever wrote it, the body that issued it, the unit that handed it in; else the feed's author.
_WHO = ("tac_gia", "co_quan_ban_hanh", "don_vi")


def feed_facts(index: Index, lang: str, section_id: str) -> FeedFacts:
    """Return the facts of a section's feed, or (empty ``section_id``) the portal's."""
    url = addresses.feed(lang, section_id)
    home = addresses.section(section_id, lang) if section_id else addresses.home(lang)
    name = index.portal.name.in_(lang)
    title = f"{section_link(index, section_id, lang).title} - {name}" if section_id else name
    newest, licence = index.newest(lang, section_id), index.portal.licence
    make_sizes_ready(index, newest)
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
        licence=Link(licence.name.in_(lang), licence.url) if licence else None,
        entries=tuple(_entry(index, item) for item in newest),
    )


def _entry(index: Index, item: Item) -> FeedEntry:
    year = index.posted(item).year
    return FeedEntry(
        id=f"tag:{index.host},{year}:{item.id}",
        url=index.absolute(addresses.item(item)),
        title=item.title,
        summary=item.summary,
        author=next(filter(None, (words(index, item, name) for name in _WHO)), ""),
        published=index.posted(item).isoformat(timespec="seconds"),
        updated=changed(index, item).isoformat(timespec="seconds"),
        categories=tuple(_categories(index, item)),
        enclosures=enclosures(index, item),
    )


def _categories(index: Index, item: Item) -> Iterator[Category]:
    """The section and the topics: their names alone, since whether a topic has a page is none of a feed's affair."""
    yield Category(item.section, section_link(index, item.section, item.lang).title)
    yield from (Category(word or name, name) for name, word in named(index, item))


def changed(index: Index, item: Item) -> datetime:
    """Return when an item was last changed: an imported item's commit is not a change of its text; later commits are."""
    last = index.corpus.history.last_changed(item.path)
    first = index.corpus.history.first_published(item.path)
    return last if last and first and last > first else index.posted(item)


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
