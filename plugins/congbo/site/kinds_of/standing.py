"""The pages that stand on every portal: privacy, terms of use, licence, accessibility, contact."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.index import Index
from congbo.site.kind import Key, Kind
from congbo.site.standing import PAGES
from congbo.site.standing_facts import standing_facts


def _pages(index: Index) -> Iterator[Key]:
    return ((name, lang) for lang in index.languages for name in PAGES)


KINDS = (Kind("standing", "standing.html", standing_facts, keys=_pages),)
