"""The kinds of outputs, written down: the tables of all parts, joined.

Both Pelican's run and the incremental build go through this table: a key in, facts out, bytes out (ADR 0003).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from congbo.shelf import Row
from congbo.site.index import Index
from congbo.site.kind import Key, Kind
from congbo.site.kinds_of import (
    calendar,
    components,
    content,
    documents,
    fields,
    gathered,
    guide,
    machine,
    open_data,
    pages,
    report,
    search,
    standing,
    topics,
)

KINDS: tuple[Kind, ...] = (
    *pages.KINDS,
    *standing.KINDS,
    *report.KINDS,
    *gathered.KINDS,
    *guide.KINDS,
    *components.KINDS,
    *calendar.KINDS,
    *fields.KINDS,
    *topics.KINDS,
    *documents.KINDS,
    *content.KINDS,
    *machine.KINDS,
    *search.KINDS,
    *open_data.KINDS,
)
BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}


def keys_of(kind: Kind, index: Index, rows: Iterable[Row]) -> Iterator[Key]:
    """Yield every key of a kind in an edition, which has these rows, each once."""
    if kind.keys is not None:
        yield from kind.keys(index)
        return
    found = kind.all_near(index) if kind.all_near else (key for row in rows for key in kind.near(index, row))
    near = dict.fromkeys(found)
    yield from (key for key in near if kind.stands(index, key))
