"""Sections by field, and questions by state."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.by_view.fields import VIEWS, values
from congbo.site.field_facts import field_facts
from congbo.site.index import Index
from congbo.site.kind import Key, Kind, sections


def _fields(index: Index) -> Iterator[Key]:
    for section, lang in sections(index):
        for kind in VIEWS.get(index.view_of(section), ()):
            yield from ((section, lang, kind, value) for value in values(index, section, lang, kind))


KINDS = (Kind("field", "month.html", field_facts, keys=_fields),)
