"""What a main portal gathers of its components: one page a language."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.gathered_facts import gathered_facts, gathers
from congbo.site.index import Index
from congbo.site.kind import Key, Kind


def _pages(index: Index) -> Iterator[Key]:
    return ((lang,) for lang in index.languages if gathers(index, lang))


KINDS = (Kind("gathered", "gathered.html", gathered_facts, keys=_pages),)
