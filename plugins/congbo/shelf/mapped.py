"""The questions that the sitemap asks: which parts it has, and what is in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from congbo.shelf.base import Base

MOST: Final = 5_000  # addresses of a part; crawlers take ten times as many (sitemaps.org)

_SHOWN: Final = "FROM shown WHERE edition = ? AND state = 'shown'"

# Question -> how it is asked.
MAPPED: Final[Mapping[str, str]] = {
    # The months, each with how many further parts it has: "2026-11 0".
    "mapped": f"SELECT month || ' ' || ((count(*) - 1) / {MOST}) {_SHOWN} GROUP BY month ORDER BY month DESC",
    # In the order in which they came: what comes later is the last part's.
    "mapped_in": f"SELECT path {_SHOWN} AND month = ? ORDER BY posted, id DESC"
    f" LIMIT {MOST} OFFSET CAST(? AS INTEGER) * {MOST}",
}


def of_months(base: Base, edition: str, months: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the questions on which rows of some months bear."""
    if months:
        yield ("mapped",)
    for month in months:
        (count,) = base.execute(f"SELECT count(*) {_SHOWN} AND month = ?", (edition, month)).fetchone()
        yield from (("mapped_in", month, str(number)) for number in range(count // MOST + 1))
