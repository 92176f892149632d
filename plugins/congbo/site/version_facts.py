"""The facts of the page of an item's earlier published forms."""

from __future__ import annotations

import re
from datetime import datetime

from congbo.facts import addresses
from congbo.facts.versions import Form, forms, spoken
from congbo.item import Item
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.markdown import to_html
from congbo.site.page_facts import common, section_link
from congbo.site.views import Link, VersionsFacts, VersionView

# Files and neighbours of an earlier text may be gone: its links lead nowhere, its words stay.
_LINK = re.compile(r"</?a\b[^>]*>")
_PICTURE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<img\b[^>]*>")
_ANCHOR = re.compile(r'(<[^>]*) id="[^"]*"')


def earlier(index: Index, item: Item) -> tuple[Form, ...]:
    """Return the earlier forms of an item that this edition showed, oldest first."""
    return forms(index.corpus, item, index.edition) if spoken(item) else ()


def link_to(index: Index, item: Item) -> Link | None:
    """Return the link from an item to its earlier forms."""
    found = earlier(index, item)
    return Link(index.words(item.lang, "versions.link", count=len(found)), addresses.versions(item)) if found else None


def version_facts(index: Index, item: Item) -> VersionsFacts:
    """Return the facts of the page, the newest form first."""
    title = index.words(item.lang, "versions.title", title=item.title)
    here = Link(item.title, addresses.item(item))
    return VersionsFacts(
        **common(
            index, item.lang, addresses.versions(item), title, index.words(item.lang, "versions.description"),
            crumbs=[section_link(index, item.section, item.lang), here],
        ),
        item=here,
        versions=tuple(_view(index, item, one) for one in reversed(earlier(index, item))),
    )  # fmt: skip


def _view(index: Index, item: Item, form: Form) -> VersionView:
    hidden = form.hidden or ("" if form.item else index.words(item.lang, "versions.unreadable"))
    kept = form.item if form.item and not hidden else None
    return VersionView(
        anchor=f"ban-{form.from_:%Y%m%d-%H%M}",
        from_=day_in(_minute(form.from_), item.lang),
        until=day_in(_minute(form.until), item.lang),
        title=kept.title if kept else "",
        summary=kept.summary if kept else "",
        body=still(to_html(kept.body)) if kept else "",
        hidden=hidden,
    )


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def still(html: str) -> str:
    """Return a page's text without links, pictures and anchors: what it showed in words."""
    return _ANCHOR.sub(r"\1", _TAG.sub("", _PICTURE.sub(r"[\1]", _LINK.sub("", html))))
