"""The pages of components, for engineers."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.guide_where import has_components
from congbo.site.index import Index
from congbo.site.kind import Key, Kind
from congbo.site.views.components import ComponentsFacts


def _pages(index: Index) -> Iterator[Key]:
    return ((page,) for page in (("", "trang") if has_components(index) else ()))


def _facts(index: Index, page: str) -> ComponentsFacts:
    from congbo.site.components_facts import components_facts  # no merged item asks for these pages

    return components_facts(index, page)


KINDS = (Kind("components", "components.html", _facts, keys=_pages),)
