"""What a main portal gathers: the public items of its components as rows under the main portal's edition.

They are not rows of the edition, which shows none of these items: only the page that gathers asks for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from congbo.shelf.base import Base

OFFERS: Final = 10  # items that the page shows of those that components offer
OF_A_GROUP: Final = 6  # and of each group of sections

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS gathered (edition TEXT, path TEXT, lang TEXT, part TEXT, posted INTEGER, id TEXT,"
    " offered INTEGER, PRIMARY KEY (edition, path)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS gathered_newest ON gathered (edition, lang, part, posted DESC, id)",
    "CREATE INDEX IF NOT EXISTS gathered_offered ON gathered (edition, lang, posted DESC, id) WHERE offered",
)
_OF = "FROM gathered WHERE edition = ? AND lang = ?"
_NEWEST = "ORDER BY posted DESC, id LIMIT"
QUESTIONS: Final[Mapping[str, str]] = {
    # As many more as may stand among the offers already.
    "gathered": f"SELECT path {_OF} AND part = ? {_NEWEST} {OF_A_GROUP + OFFERS}",
    "offered": f"SELECT path {_OF} AND offered {_NEWEST} {OFFERS}",
    "all_gathered": "SELECT path FROM gathered WHERE edition = ?",  # for no page: it walks all of them
    "gathers": f"SELECT '1' {_OF} LIMIT 1",
}


class GatheredRow(NamedTuple):
    """A component's item that is public on the main edition's network. ``part``: the group of its section; ``posted`` as
    in ``Row``."""

    path: str
    lang: str
    part: str
    posted: int
    id: str
    offered: bool

    @property
    def bears_on(self) -> tuple[tuple[str, ...], ...]:
        """Return the questions that may be answered otherwise with the row than without it."""
        return ("gathered", self.lang, self.part), ("offered", self.lang), ("gathers", self.lang)


def put_gathered(base: Base, edition: str, rows: Iterable[GatheredRow]) -> None:
    """Add rows; there must be none of the same items in the edition."""
    base.executemany("INSERT INTO gathered VALUES (?, ?, ?, ?, ?, ?, ?)", ((edition, *row) for row in rows))


def gathered_rows(base: Base, edition: str, paths: Iterable[str]) -> list[GatheredRow]:
    """Return the rows of some items, as far as there are any."""
    words = "SELECT path, lang, part, posted, id, offered FROM gathered WHERE edition = ? AND path = ?"
    found = (base.execute(words, (edition, path)).fetchone() for path in paths)
    return [GatheredRow(*row) for row in found if row]


def remove_gathered(base: Base, edition: str, paths: Iterable[str]) -> None:
    """Take the rows of some items out of an edition."""
    base.executemany("DELETE FROM gathered WHERE edition = ? AND path = ?", ((edition, path) for path in paths))
