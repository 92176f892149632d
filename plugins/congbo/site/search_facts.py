"""The facts of the search: its page, and what is searched, in parts by language and month of posting (ADR 23).

A part says of each of its items what the item's page says, as plain text: whoever searches takes the words out of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from congbo.facts import addresses
from congbo.item import Item
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.item_facts import told_of
from congbo.site.page_facts import common, section_link
from congbo.site.views import LinkGroup, TextFacts
from congbo.site.views.search import SearchFacts

MOST = 200_000  # characters of a text that are searched: 50 pages of paper
_ELEMENT = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def search_facts(index: Index, lang: str) -> SearchFacts:
    """Return the facts of the page that searches."""
    title = index.words(lang, "page.search.title")
    return SearchFacts(
        **common(
            index, lang, addresses.search(lang), title,
            index.words(lang, "page.search.description", name=index.portal.name.in_(lang)),
            alternates=[(other, addresses.search(other)) for other in index.languages],
        ),
        folder=addresses.search_parts(lang),
        parts=parts(index, lang),
        groups=tuple(_groups(index, lang)),
    )  # fmt: skip


def _groups(index: Index, lang: str) -> Iterator[LinkGroup]:
    """The registers of documents first: most of what is looked for is a document."""
    documents = [one for one in index.sections(lang) if index.view_of(one) == "document"]
    others = [one for one in index.sections(lang) if one not in documents]
    for key, sections in (("documents", documents), ("sections", others)):
        if sections:
            links = tuple(section_link(index, one, lang) for one in sections)
            yield LinkGroup(index.words(lang, f"page.search.{key}"), links)


def parts(index: Index, lang: str) -> tuple[str, ...]:
    """Return the months of which there is a part, the newest first."""
    return index.answer("months_in", lang)


def part_facts(index: Index, lang: str, month: str) -> TextFacts:
    """Return one part: a line of JSON for each item."""
    paths = index.answer("month_in", lang, month)
    index.corpus.history.ahead(paths)  # of each that is worked out one says when it was posted
    lines = (index.line("search", path, partial(_line, index, path)) for path in paths)
    return TextFacts(addresses.search_part(lang, month), "[\n" + ",\n".join(lines) + "\n]\n")


def _line(index: Index, path: str) -> str:
    return json.dumps(_told(index, index.item(path)), ensure_ascii=False)


def _told(index: Index, item: Item) -> dict[str, str]:
    day = day_in(index.posted(item).date(), item.lang)
    return {
        "id": item.id,
        "url": addresses.item(item),
        "title": item.title,
        "section": section_link(index, item.section, item.lang).title,
        "day": day.iso,
        "date": day.text,
        "summary": item.summary,
        "more": " · ".join(told_of(index, item)),
        "text": _plain(index.body(item)),
    }


def _plain(html: str) -> str:
    """Return sanitised HTML without its elements: whatever is "<" in a text is an entity there."""
    return _SPACE.sub(" ", unescape(_ELEMENT.sub(" ", html))).strip()[:MOST]
