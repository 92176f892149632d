"""Lines of lists that name every item of a month, kept from one small publication to the next.

A new item is one line of a part of the search that has five hundred others: none of them is worked out again unless something
that it rests on became another. What is kept is right as of the last publication; one that works out everything, or a great
deal, forgets the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from zlib import crc32

from congbo.dates import VIETNAM
from congbo.shelf.base import Base
from congbo.shelf.stock import DamagedError
from congbo.site.rests import Rests, number_of, rests_of
from congbo.site.trace import Trace

_TABLES = (
    "CREATE TABLE IF NOT EXISTS line (edition TEXT, kind TEXT, path TEXT, text TEXT, rests BLOB, since REAL, until REAL,"
    " sum INTEGER, PRIMARY KEY (edition, kind, path)) WITHOUT ROWID",
)


class Lines:
    """The lines of one edition (``portal/edition``), while a publication brings it up to ``moment``; none until it says from
    what was kept it goes on."""

    def __init__(self, database: Base, edition: str, moment: datetime) -> None:
        self._rows = database
        self._edition = edition
        self._now = moment.timestamp()
        self._touched: frozenset[int] | None = None
        database.made(_TABLES)

    def go_on(self, touched: Collection[tuple[str, ...]], *, anew: bool) -> None:
        """Use what was kept at the last publication, since which nothing but ``touched`` (keys) may have become another.

        ``anew``: a great deal is worked out without lines, which leaves them behind.
        """
        if anew:
            self._rows.execute("DELETE FROM line WHERE edition = ?", (self._edition,))
        else:
            self._touched = frozenset(number_of(self._edition, key) for key in touched)

    def line(self, traces: list[Trace], kind: str, path: str, work: Callable[[], str]) -> str:
        """Return the line of an item, as it was kept or worked out now; the last trace notes on what it rests.

        Raises DamagedError for a row that is not what was written.
        """
        if self._touched is None:
            return work()
        words = "SELECT text, rests, since, until, sum FROM line WHERE edition = ? AND kind = ? AND path = ?"
        for text, keys, since, until, known in self._rows.execute(words, (self._edition, kind, path)).fetchall():
            if _sum(text, keys) != known:
                raise DamagedError(path)
            rests = Rests(keys, since, until)
            if rests.holds(self._touched, self._now):
                traces[-1].add(
                    Trace(numbers=set(rests.numbers), since=_moment(rests.since), until=_moment(rests.until))
                )
                return str(text)
        return self._worked_out(traces, kind, path, work)

    def _worked_out(self, traces: list[Trace], kind: str, path: str, work: Callable[[], str]) -> str:
        traces.append(Trace())
        try:
            text = work()
        finally:
            own = traces.pop()
        rests = rests_of(self._edition, own)
        words = "INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        bounds = (rests.since, rests.until)
        self._rows.execute(words, (self._edition, kind, path, text, rests.keys, *bounds, _sum(text, rests.keys)))
        traces[-1].add(own)
        return text


def _sum(text: str, keys: bytes) -> int:
    return crc32(keys, crc32(text.encode("utf-8", "surrogatepass")))


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, VIETNAM)
