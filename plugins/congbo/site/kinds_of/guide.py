"""The editors' guide and its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.guide_facts import PAGES, guide_facts, picture_facts, pictures
from congbo.site.guide_where import has_guide
from congbo.site.index import Index
from congbo.site.kind import Key, Kind


def _pages(index: Index) -> Iterator[Key]:
    return ((page,) for page in (PAGES if has_guide(index) else ()))


def _pictures(index: Index) -> Iterator[Key]:
    return ((name,) for name in (pictures() if has_guide(index) else ()))


KINDS = (
    Kind("guide", "guide.html", guide_facts, keys=_pages),
    Kind("guide_picture", "", picture_facts, keys=_pictures),
)
