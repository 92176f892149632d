"""Deeds as rows: what the page on how the regulation is kept counts is looked up by month, never item by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from congbo.facts.corpus import Corpus
from congbo.facts.deeds import deeds_of
from congbo.item import Item
from congbo.shelf.base import Base

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS deed (edition TEXT, month TEXT, kind TEXT, name TEXT, mark TEXT, days INTEGER, path TEXT)",
    "CREATE INDEX IF NOT EXISTS deed_month ON deed (edition, month, kind, name, mark, days)",
    "CREATE INDEX IF NOT EXISTS deed_path ON deed (edition, path)",
)
# A line an answer: kind, name, mark, how many, of how many the days are known, and these; the months of any; the one
# before a month.
QUESTIONS: Final[Mapping[str, str]] = {
    "deeds": "SELECT kind || char(9) || name || char(9) || mark || char(9) || count(*) || char(9) || count(days)"
    " || char(9) || coalesce(sum(days), 0) FROM deed"
    " WHERE edition = ? AND month = ? GROUP BY kind, name, mark ORDER BY kind, name, mark",
    "deed_months": "WITH RECURSIVE known(month) AS (SELECT max(month) FROM deed WHERE edition = ?1 UNION ALL"
    " SELECT (SELECT max(d.month) FROM deed d WHERE d.edition = ?1 AND d.month < known.month) FROM known"
    " WHERE known.month != '') SELECT month FROM known WHERE month != ''",
    "deeds_before": "SELECT month FROM deed WHERE edition = ? AND month < ? AND month != '' ORDER BY month DESC LIMIT 1",
}
_NEXT = "SELECT month FROM deed WHERE edition = ? AND month > ? ORDER BY month LIMIT 1"


# Edition, month, kind, name, mark, days, path.
DeedRow = tuple[str, str, str, str, str, int | None, str]


class Tally(NamedTuple):
    """How many deeds there are of a kind, a name and an end; of how many the days are known, and the sum of these."""

    kind: str
    name: str
    mark: str
    number: int
    known: int
    days: int


def read_tally(line: str) -> Tally:
    """Read a line of the answer to ``deeds``."""
    kind, name, mark, number, known, days = line.split("\t")
    return Tally(kind, name, mark, int(number), int(known), int(days))


def of_items(corpus: Corpus, edition: str, items: Iterable[Item]) -> list[DeedRow]:
    """Return the deeds of items in an edition (``portal/edition``), as rows."""
    name = edition.rpartition("/")[2]
    return [
        (edition, one.month, one.kind, one.name, one.mark, one.days, item.path)
        for item in items
        for one in deeds_of(corpus, item, name)
    ]


def put_deeds(base: Base, rows: Iterable[DeedRow]) -> None:
    """Add deeds; there must be none of the same items in the edition."""
    base.executemany("INSERT INTO deed VALUES (?, ?, ?, ?, ?, ?, ?)", rows)


def asked_of(base: Base, edition: str, paths: Iterable[str], rows: Iterable[DeedRow]) -> set[tuple[str, ...]]:
    """Return the questions on which the deeds of some items bear: those that are kept now, and some rows beside them."""
    words = "SELECT month FROM deed INDEXED BY deed_path WHERE edition = ? AND path = ?"
    months = {month for path in paths for (month,) in base.execute(words, (edition, path)).fetchall()}
    months |= {row[1] for row in rows}
    after = {later for month in months for (later,) in base.execute(_NEXT, (edition, month)).fetchall()}
    asked = {*(("deeds", month) for month in months), *(("deeds_before", month) for month in after)}
    return asked | ({("deed_months",)} if months else set())
