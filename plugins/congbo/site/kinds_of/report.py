"""How the portal keeps its regulation: the running month, and each that is over."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.site.index import Index
from congbo.site.kind import Key, Kind, languages
from congbo.site.report_facts import closed_months, month_report_facts, report_facts


def _pages(index: Index) -> Iterator[Key]:
    return iter(()) if index.preview else languages(index)


def _months(index: Index) -> Iterator[Key]:
    """A preview of a change counts nothing: what it shows is no month of the portal's."""
    if not index.preview:
        yield from ((lang, month) for lang in index.languages for month in closed_months(index))


KINDS = (
    Kind("report", "transparency.html", report_facts, keys=_pages),
    Kind("report_month", "transparency.html", month_report_facts, keys=_months),
)
