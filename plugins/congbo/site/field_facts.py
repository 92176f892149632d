"""The facts of a page of a section's items of one field, or of one state."""

from __future__ import annotations

from congbo.facts import addresses
from congbo.item import Item
from congbo.shelf.topical import LISTED
from congbo.site.by_view import view_named
from congbo.site.by_view.fields import name_of
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common, section_link
from congbo.site.views import Link, MonthFacts


def field_facts(index: Index, section_id: str, lang: str, kind: str, value: str) -> MonthFacts:
    """Return the facts of the items of a section that are of a field ("giao_thong") or state, newest first.

    Of a section that has an archive only the newest: the page says so, and leads to the archive.
    """
    front = section_link(index, section_id, lang)
    title = index.words(lang, "field.title", section=front.title, field=name_of(index, lang, value, kind))
    items, more = _items(index, section_id, lang, kind, value)
    return MonthFacts(
        **common(
            index, lang, addresses.facet(section_id, lang, kind, value), title,
            index.words(lang, "section.description", section=title, name=index.portal.name.in_(lang)),
            crumbs=[front],
        ),
        section=section_id,
        view=index.view_of(section_id),
        entries=tuple(entry(index, item) for item in items),
        rest=Link(index.words(lang, "field.rest", shown=LISTED), front.url) if more else None,
    )  # fmt: skip


def _items(index: Index, section: str, lang: str, kind: str, value: str) -> tuple[tuple[Item, ...], bool]:
    """The items that the page shows, and whether there are more."""
    if not view_named(index.view_of(section)).by_month:
        return index.asked("with_term", lang, section, kind, value), False
    found = index.answer("newest_with_term", lang, section, kind, value)
    return index.items_at(found[:LISTED]), len(found) > LISTED
