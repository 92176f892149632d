"""Open data: pages on it, its files by type and month, and what programs are told of them."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site import open_data_facts as facts
from congbo.site.index import Index
from congbo.site.kind import OF_A_MONTH, Key, Kind, languages

_FORMS = ("csv", "json")


def _pages(index: Index) -> Iterator[Key]:
    """A preview has no open data: nobody may take for data what is no page yet."""
    return iter(()) if index.preview else languages(index)


def _types(index: Index) -> Iterator[Key]:
    return iter(()) if index.preview else ((type_id,) for type_id in facts.sets(index))


def _sets(index: Index) -> Iterator[Key]:
    return ((lang, type_id) for (type_id,) in _types(index) for lang in index.languages)


def _files(index: Index) -> Iterator[Key]:
    known = {} if index.preview else facts.sets(index)
    return ((type_id, month, form) for type_id, months in known.items() for month in months for form in _FORMS)


def _package(index: Index) -> Iterator[Key]:
    return iter(()) if index.preview else iter([()])


KINDS = (
    Kind("open_data", "open_data.html", facts.open_data_facts, keys=_pages),
    Kind("data_set", "data_set.html", facts.data_set_facts, keys=_sets),
    Kind("data", "", facts.data_facts, keys=_files, a_batch=OF_A_MONTH),
    Kind("data_schema", "", facts.schema_facts, keys=_types),
    Kind("data_package", "", facts.package_facts, keys=_package),
)
