"""The questions that registers of documents ask: in the order of the days of issue, by facet, by period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congbo.shelf.row import CITES, Row

MOST: Final = 50  # documents that a page shows of a period that has more

# In a period: "" for all, a year, a month. "z" comes after whatever follows it in a day.
_IN = (
    "FROM filed WHERE edition = ?1 AND lang = ?2 AND section = ?3 AND kind = ?4 AND value = ?5"
    " AND day >= ?6 AND day < ?6 || 'z'"
)
_PART = "substr(day, 1, CASE ?6 WHEN '' THEN 4 ELSE 7 END)"

# Question -> how it is asked.
FILED: Final[Mapping[str, str]] = {
    "filed": f"SELECT path {_IN} ORDER BY day DESC, id",
    # One more than a page shows, so that the page knows that there are more.
    "filed_newest": f"SELECT path {_IN} ORDER BY day DESC, id LIMIT {MOST + 1}",
    "filed_count": f"SELECT count(*) {_IN}",
    # The years of a register, or the months of a year of it, each with how many: "2017 31".
    "filed_periods": f"SELECT {_PART} || ' ' || count(*) {_IN} GROUP BY {_PART} ORDER BY 1 DESC",
    # The values of a facet, each with how many: "quyet_dinh 31".
    "filed_values": "SELECT value || ' ' || count(*) FROM filed WHERE edition = ? AND lang = ? AND section = ? AND kind = ?"
    " GROUP BY value ORDER BY value",
    # Whether some document cites a number at all: who does is asked by "of_term".
    "cited": "SELECT '1' FROM term INDEXED BY term_value WHERE edition = ? AND lang = ? AND kind = 'cites' AND value = ?"
    " LIMIT 1",
}


def of_filed(row: Row) -> Iterator[tuple[str, ...]]:
    """Yield the questions on which a document's row bears."""
    for kind, value in row.filed:
        place = (row.lang, row.section, kind, value)
        yield ("filed_values", *place[:3])
        for period in ("", row.day[:4], row.day[:7]):
            yield from (
                (question, *place, period) for question in ("filed", "filed_newest", "filed_count", "filed_periods")
            )
    yield from (("cited", row.lang, value) for kind, value in row.terms if kind == CITES)
