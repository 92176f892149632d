"""The questions about terms that ask for a few of many: the newest of a topic, what stands before an item in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congbo.shelf.row import Row

TOPIC: Final = "topic"
MOST: Final = 20  # items that a topic's page shows
OF_YEAR: Final = 100  # items that the page of a year of a topic shows; of more, its months show them
LISTED: Final = 50  # items that the page of a field or state of a section with an archive shows
RELATED: Final = 5  # items before an item that its page shows, as in "older_of_term"
# Kinds of terms by which an item's page names those before it.
_NEAR: Final = (TOPIC, "unit")

_OF = "FROM term INDEXED BY term_value WHERE edition = ?1 AND lang = ?2 AND kind = ?3 AND value = ?4"
_IN = "FROM term WHERE edition = ? AND lang = ? AND section = ? AND kind = ? AND value = ?"
# Days begin in Vietnam seven hours before they do in UTC; rows count in microseconds.
_YEAR = "(strftime('%s', strftime('%Y-01-01', {0} / 1000000 + 25200, 'unixepoch')) - 25200) * 1000000"
_AT = "(strftime('%s', ?5 || {}) - 25200) * 1000000"
_WITHIN = f"posted >= {_AT} AND posted < {_AT}"
_IN_YEAR = _WITHIN.format("'-01-01'", "'-01-01', '+1 year'")
_IN_MONTH = _WITHIN.format("'-01'", "'-01', '+1 month'")
_LAST = f"max(posted) {_OF}"
_BEFORE = f"{_LAST} AND posted < {_YEAR.format('newest.at')}"
_NEWEST = (
    "WITH RECURSIVE newest (at) AS (SELECT {} UNION ALL SELECT (SELECT {}) FROM newest WHERE at IS NOT NULL)"
    " SELECT strftime('%Y', at / 1000000 + 25200, 'unixepoch') FROM newest WHERE at IS NOT NULL"
)

# Question -> how it is asked.
TOPICAL: Final[Mapping[str, str]] = {
    # One more than a page shows, so that the page knows that there are more.
    "newest_of_term": f"SELECT path {_OF} ORDER BY posted DESC, id LIMIT {MOST + 1}",
    "year_of_term": f"SELECT path {_OF} AND {_IN_YEAR} ORDER BY posted DESC, id",
    "month_of_term": f"SELECT path {_OF} AND {_IN_MONTH} ORDER BY posted DESC, id",
    # From each year to the newest item before it: years are few where items are many.
    "years_of_term": _NEWEST.format(_LAST, _BEFORE),
    "newest_with_term": f"SELECT path {_IN} ORDER BY posted DESC, id LIMIT {LISTED + 1}",
    "values_of_two": "SELECT value FROM term INDEXED BY term_value WHERE edition = ? AND lang = ? AND kind = ?"
    " GROUP BY value HAVING count(*) > 1 ORDER BY value",
    # Whether there are more than a page shows: the same answer when another comes to the many.
    "more_of_term": f"SELECT path {_OF} ORDER BY posted, id DESC LIMIT 1 OFFSET {MOST}",
    "more_of_year": f"SELECT path {_OF} AND {_IN_YEAR} ORDER BY posted, id DESC LIMIT 1 OFFSET {OF_YEAR}",
    "months_of_year": f"SELECT DISTINCT strftime('%Y-%m', posted / 1000000 + 25200, 'unixepoch') {_OF} AND {_IN_YEAR}"
    " ORDER BY 1 DESC",
    "two_of_term": f"SELECT path {_OF} ORDER BY posted, id DESC LIMIT 2",
    "shared_terms": "SELECT value FROM term a WHERE edition = ?1 AND path = ?2 AND kind = ?3 AND EXISTS (SELECT 1 FROM term b"
    " INDEXED BY term_value WHERE b.edition = a.edition AND b.lang = a.lang AND b.kind = a.kind AND b.value = a.value"
    " AND b.path != a.path) ORDER BY value",
    "older_of_term": "SELECT b.path FROM term a CROSS JOIN term b INDEXED BY term_value ON b.edition = a.edition"
    " AND b.lang = a.lang AND b.kind = a.kind AND b.value = a.value AND b.posted <= a.posted"
    " AND (b.posted < a.posted OR b.id > a.id) WHERE a.edition = ?1 AND a.path = ?2 AND a.kind = ?3 AND a.value = ?4"
    " ORDER BY b.posted DESC, b.id LIMIT 5",
}

OF_YEARS: Final = ("year_of_term", "more_of_year", "months_of_year")
OF_TOPIC: Final = ("newest_of_term", "more_of_term", "years_of_term", "two_of_term")

# What a row bears on: those that have it among the items before them, and the few whose only neighbour it may be.
NEWER: Final = (
    f"SELECT path {_OF} AND posted >= ?5 AND (posted > ?5 OR id < ?6) ORDER BY posted, id DESC LIMIT {RELATED}"
)
FIRST: Final = f"SELECT path {_OF} ORDER BY posted, id DESC LIMIT 3"


def of_topical(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield the questions on which a row bears whatever others there are."""
    for kind, value in row.terms:
        if kind == TOPIC:
            place = (row.lang, kind, value)
            yield from ((question, *place) for question in OF_TOPIC)
            yield from ((question, *place, row.month[:4]) for question in OF_YEARS)
            yield ("month_of_term", *place, row.month)
            yield ("shared_terms", row.path, kind)
        if kind in _NEAR:
            yield ("older_of_term", row.path, kind, value)


def near(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the terms of a row by which other items name it."""
    return ((kind, value) for kind, value in row.terms if kind in _NEAR)
