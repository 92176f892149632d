"""Sections by field."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.by_view.fields import VIEWS, values
from congbo.site.field_facts import field_facts
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, sections


def _fields(index: Index) -> Iterator[Key]:
    for section, lang in sections(index):
        if index.view_of(section) in VIEWS:
            yield from ((section, lang, value) for value in values(index, section, lang))


KINDS = (Kind("field", "month.html", field_facts, keys=_fields),)
