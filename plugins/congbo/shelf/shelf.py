"""The questions that pages ask. Each has a key, so that a page can say on which answers it rests; answers are paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from congbo.frozen import replace
from congbo.shelf import deeds, gathered
from congbo.shelf.base import Base
from congbo.shelf.filed import FILED, of_filed
from congbo.shelf.mapped import MAPPED, of_months
from congbo.shelf.row import Row
from congbo.shelf.topical import FIRST, NEWER, TOPIC, TOPICAL, near, of_topical
from congbo.shelf.valued import VALUES

Key = tuple[str, ...]

# No page shows more of the newest items than these.
NEWEST: Final = 20
SIBLINGS: Final = 5  # as in _OLDER

# Where SQLite would rather walk along an order than look up a word that hardly any row has, the index is named.
_SHOWN = "SELECT path FROM shown WHERE edition = ? AND state = 'shown' AND "
_FEW = "SELECT path FROM shown INDEXED BY shown_{} WHERE edition = ? AND state = 'shown' AND "
_COLUMNS = "path, state, id, url, section, lang, posted, month, original, number"
_NEWEST_FIRST = " ORDER BY posted DESC, id"
_OLDER = (
    "SELECT b.path FROM shown a JOIN shown b ON b.edition = a.edition AND b.state = 'shown' AND b.lang = a.lang"
    " AND b.section = a.section AND b.posted <= a.posted WHERE a.edition = ? AND a.path = ?"
    " AND (b.posted < a.posted OR b.id > a.id) ORDER BY b.posted DESC, b.id LIMIT 5"
)
_NAMING = (
    "SELECT s.path FROM naming n CROSS JOIN shown s ON s.edition = n.edition AND s.path = n.path"
    " WHERE n.edition = ? AND s.state = 'shown' AND s.lang = ? AND n.number = ? ORDER BY s.posted DESC, s.id"
)
_CLAIMANT = (
    "SELECT s.path FROM claim c JOIN shown s ON s.edition = c.edition AND s.path = c.path WHERE c.edition = ? AND c.url = ?"
    " ORDER BY s.state = 'gone', s.posted DESC, s.id LIMIT 1"
)
# Each month is looked up after the one before, not item by item.
_MONTHS = (
    "WITH RECURSIVE known(month) AS (SELECT max(month) FROM shown WHERE edition = ?1 AND state = 'shown' AND lang = ?2{0}"
    " UNION ALL SELECT (SELECT max(s.month) FROM shown s WHERE s.edition = ?1 AND s.state = 'shown' AND s.lang = ?2{0}"
    " AND s.month < known.month) FROM known WHERE known.month IS NOT NULL) SELECT month FROM known WHERE month IS NOT NULL"
)

# Question -> how it is asked. The words of a key follow the edition, in this order.
_ASKED: Mapping[str, str] = {
    "newest": f"{_SHOWN}lang = ?{_NEWEST_FIRST} LIMIT {NEWEST}",
    "newest_of": f"{_SHOWN}lang = ? AND section = ?{_NEWEST_FIRST} LIMIT {NEWEST}",
    "all_of": f"{_SHOWN}lang = ? AND section = ?{_NEWEST_FIRST}",
    "months_of": _MONTHS.format(" AND section = ?3"),
    "month_of": f"{_SHOWN}lang = ? AND section = ? AND month = ?{_NEWEST_FIRST}",
    "months_in": _MONTHS.format(""),
    "month_in": f"{_SHOWN}lang = ? AND month = ?{_NEWEST_FIRST}",
    "older": _OLDER,
    "family": f"{_FEW.format('original')}original = ?{_NEWEST_FIRST}",
    "number": f"{_FEW.format('number')}lang = ? AND number = ? AND number != ''{_NEWEST_FIRST}",
    "naming": _NAMING,
    "id": f"{_FEW.format('id')}id = ? ORDER BY path LIMIT 1",
    "claimant": _CLAIMANT,
    "at": "SELECT path FROM shown WHERE edition = ? AND url = ?",
    "with_term": "SELECT path FROM term WHERE edition = ? AND lang = ? AND section = ? AND kind = ? AND value = ?"
    " ORDER BY posted DESC, id",
    "of_term": "SELECT path FROM term INDEXED BY term_value WHERE edition = ? AND lang = ? AND kind = ? AND value = ?"
    " ORDER BY posted DESC, id",
    "values_of": VALUES,
    "terms_of": "SELECT DISTINCT value FROM term WHERE edition = ? AND lang = ? AND section = ? AND kind = ? ORDER BY value",
    **TOPICAL,
    **deeds.QUESTIONS,
    **gathered.QUESTIONS,
    **FILED,
    **MAPPED,
}  # fmt: skip


_TERMS = "SELECT kind, value FROM term WHERE edition = ? AND path = ? ORDER BY kind, value"


class Shelf:
    """The rows of one edition (``portal/edition``)."""

    def __init__(self, database: Base, edition: str) -> None:
        self._database = database
        self.edition = edition

    def answer(self, question: str, *words: str) -> tuple[str, ...]:
        """Return the answer to a question of the list above: paths, months, or values of terms."""
        return tuple(one for (one,) in self._database.execute(_ASKED[question], (self.edition, *words)))

    def sections(self, lang: str) -> frozenset[str]:
        """Return the sections that show an item in a language: each is looked up after the one before, not item by item."""
        found: set[str] = set()
        words = (
            "SELECT section FROM shown WHERE edition = ? AND state = 'shown' AND lang = ? AND section > ?"
            " ORDER BY section LIMIT 1"
        )
        last = ""
        while row := self._database.execute(words, (self.edition, lang, last)).fetchone():
            last = row[0]
            found.add(last)
        return frozenset(found)

    def some(self) -> tuple[str, ...]:
        """Return the path of some row, none if the edition has nothing at all."""
        found = self._database.execute("SELECT path FROM shown WHERE edition = ? LIMIT 1", (self.edition,)).fetchone()
        return found or ()

    def paths(self, state: str) -> Iterator[str]:
        """Yield the paths of all rows in a state: shown items newest first, those of one moment by id."""
        words = "SELECT path FROM shown WHERE edition = ? AND state = ? ORDER BY posted DESC, id"
        return (path for (path,) in self._database.execute(words, (self.edition, state)).fetchall())

    def newest_first(self, paths: Iterable[str]) -> list[str]:
        """Return some paths in the order of the pages: newest first, those of one moment by id."""
        some = tuple(paths)
        asked = ", ".join("?" * len(some))
        words = f"SELECT path FROM shown WHERE edition = ? AND path IN ({asked}) ORDER BY posted DESC, id"  # noqa: S608
        return [path for (path,) in self._database.execute(words, (self.edition, *some))]

    def state(self, path: str) -> str:
        """Return whether an item is shown or gone; empty if it is neither."""
        words = "SELECT state FROM shown WHERE edition = ? AND path = ?"
        found = self._database.execute(words, (self.edition, path)).fetchone()
        return str(found[0]) if found else ""

    def rows(self, paths: Iterable[str]) -> list[Row]:
        """Return the rows of some paths, as far as there are any."""
        return [row for path in paths if (row := self._row(path))]

    def _row(self, path: str) -> Row | None:
        words = f"SELECT {_COLUMNS} FROM shown WHERE edition = ? AND path = ?"  # noqa: S608
        found = self._database.execute(words, (self.edition, path)).fetchone()
        if found is None:
            return None
        row = Row(*found)
        terms = self._database.execute(_TERMS, (self.edition, path)).fetchall()
        names, claims = self._of("naming", "number", path), self._of("claim", "url", path)
        return replace(row, names=names, claims=claims, terms=tuple(terms))

    def _of(self, table: str, column: str, path: str) -> tuple[str, ...]:
        words = f"SELECT {column} FROM {table} WHERE edition = ? AND path = ? ORDER BY {column}"  # noqa: S608
        return tuple(one for (one,) in self._database.execute(words, (self.edition, path)).fetchall())

    def every(self) -> list[Row]:
        """Return all rows, shown items newest first, without their terms."""
        names, claims = self._all("naming", "number"), self._all("claim", "url")
        words = f"SELECT {_COLUMNS} FROM shown WHERE edition = ? ORDER BY state = 'gone', posted DESC, id"  # noqa: S608
        found = (Row(*row) for row in self._database.execute(words, (self.edition,)).fetchall())
        return [replace(row, names=names.get(row.path, ()), claims=claims.get(row.path, ())) for row in found]

    def _all(self, table: str, column: str) -> Mapping[str, tuple[str, ...]]:
        words = f"SELECT path, {column} FROM {table} WHERE edition = ? ORDER BY {column}"  # noqa: S608
        found: dict[str, tuple[str, ...]] = {}
        for path, value in self._database.execute(words, (self.edition,)).fetchall():
            found[path] = (*found.get(path, ()), value)
        return found

    def touched(self, rows: Iterable[Row]) -> set[Key]:
        """Return the questions whose answers may differ with and without these rows."""
        known = list(rows)
        found = {key for row in known for key in (*_of_row(row), *self._newer(row), *self._beside(row))}
        return found.union(of_months(self._database, self.edition, {row.month for row in known}))

    def _newer(self, row: Row) -> Iterator[Key]:
        """The items of the section that stand just after a row: it may be among those that they show as older."""
        words = (
            "SELECT path FROM shown WHERE edition = ? AND state = 'shown' AND lang = ? AND section = ? AND posted >= ?"
            " AND (posted > ? OR id < ?) ORDER BY posted, id DESC LIMIT ?"
        )
        found = self._database.execute(
            words, (self.edition, row.lang, row.section, row.posted, row.posted, row.id, SIBLINGS)
        )
        return (("older", path) for (path,) in found.fetchall())

    def _beside(self, row: Row) -> Iterator[Key]:
        """The items just after a row that share a term with it, and those of a topic that may have it as their only other."""
        for kind, value in near(row):
            place = (self.edition, row.lang, kind, value)
            for (path,) in self._database.execute(NEWER, (*place, row.posted, row.id)).fetchall():
                yield ("older_of_term", path, kind, value)
            for (path,) in self._database.execute(FIRST, place).fetchall() if kind == TOPIC else ():
                yield ("shared_terms", path, kind)


def _of_row(row: Row) -> Iterator[Key]:
    lang, section, month = row.lang, row.section, row.month
    yield from (("newest", lang), ("newest_of", lang, section), ("all_of", lang, section))
    yield from (("months_of", lang, section), ("month_of", lang, section, month))
    yield from (("months_in", lang), ("month_in", lang, month), ("number", lang, row.number))
    yield from (("older", row.path), ("family", row.original), ("id", row.id), ("at", row.url))
    yield from (("naming", lang, number) for number in row.names)
    yield from (("claimant", url) for url in (row.url, *row.claims))
    for kind, value in row.terms:
        yield from (("with_term", lang, section, kind, value), ("newest_with_term", lang, section, kind, value))
        yield from (("terms_of", lang, section, kind), ("of_term", lang, kind, value), ("values_of", lang, kind))
    yield from of_topical(row)
    yield from of_filed(row)
