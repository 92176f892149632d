"""Pages of their own: one that names a topic is the front of a special topic (chuyên đề) and shows its newest items."""

from __future__ import annotations

from congbo.facts import addresses
from congbo.facts.terms import TOPIC
from congbo.item import Item
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.topics import name_of, topics_of
from congbo.site.views import Link, Special
from congbo.text.fold import slug

_THEME = "chu_de"
_MOST = 6


def special(index: Index, item: Item) -> Special | None:
    """Return the newest items of the topic that a page is about; None where it names none, or nobody wrote of it yet."""
    theme = item.fields.get(_THEME)
    if not isinstance(theme, str):
        return None
    word = slug(theme)
    found = [path for path in index.answer("newest_of_term", item.lang, TOPIC, word) if path != item.path][:_MOST]
    paged = any(link.url for link in topics_of(index, item))
    link = Link(name_of(index, item.lang, word), addresses.topic(item.lang, word) if paged else "")
    lines = tuple(
        (Link(one.title, addresses.item(one)), day_in(index.posted(one).date(), item.lang))
        for one in index.items_at(found)
    )
    return Special(link, lines) if found else None
