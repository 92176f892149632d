"""The pages about the portal itself, as the foot of every page and the site map list them."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses, data_addresses
from congbo.site.guide_where import has_guide
from congbo.site.index import Index
from congbo.site.standing import PAGES
from congbo.site.views import Link


def about(index: Index, lang: str) -> Iterator[Link]:
    """Yield the links; the site map comes first."""
    yield Link(index.words(lang, "label.site_map"), addresses.site_map(lang))
    if index.regulation:
        yield Link(index.words(lang, "label.rules"), addresses.rules(lang))
    if not index.preview:
        yield Link(index.words(lang, "label.report"), addresses.report(lang))
    if has_guide(index):
        yield Link(index.words(lang, "label.guide"), addresses.guide())
    for name, page in PAGES.items():
        yield Link(index.words(lang, f"{name}.short"), addresses.standing(page.url, lang))
    if index.preview:
        yield Link(index.words(lang, "preview.changes"), addresses.changes(lang))
    else:
        yield Link(index.words(lang, "open_data.title"), data_addresses.open_data(lang))
        yield Link(index.words(lang, "label.feed"), addresses.feed(lang))
