"""The outputs of an edition as rows: each with its address, its source, and what it rests on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from congbo.errors import refuse
from congbo.shelf.base import Base
from congbo.site.kind import Key
from congbo.site.rests import Rests, number_of

_TABLES = (
    "CREATE TABLE IF NOT EXISTS output (number INTEGER PRIMARY KEY, edition TEXT, kind TEXT, key TEXT,"
    " path TEXT COLLATE NOCASE, owner TEXT, since REAL, until REAL, rests BLOB, UNIQUE (edition, kind, key),"
    " UNIQUE (edition, path))",
    "CREATE INDEX IF NOT EXISTS output_owner ON output (edition, owner) WHERE owner != ''",
    "CREATE INDEX IF NOT EXISTS output_since ON output (edition, since) WHERE since IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS output_until ON output (edition, until) WHERE until IS NOT NULL",
    "CREATE TABLE IF NOT EXISTS rest (key INTEGER, output INTEGER, PRIMARY KEY (key, output)) WITHOUT ROWID",
)
# From what rests on a key to the outputs, and not the other way: those of an edition are thousands.
_RESTING = (
    "SELECT kind, o.key, path, owner FROM rest r CROSS JOIN output o ON o.number = r.output"
    " WHERE r.key = ? AND edition = ?"
)


class Output(Struct, frozen=True):
    """One output: kind and key, the file, the path of the item that it belongs to ("" if none)."""

    kind: str
    key: Key
    path: str
    owner: str = ""


class Outputs:
    """The rows of one edition (``portal/edition``)."""

    def __init__(self, database: Base, edition: str) -> None:
        self._rows = database
        self._edition = edition
        database.made(_TABLES)

    def write(self, one: Output, rests: Rests) -> None:
        """Write an output and what it rests on, in the place of the row of the same key.

        Raises CongboError if another output has the file, in whatever case of letters: some file systems cannot hold both.
        """
        if self._as_kept(one, rests):
            return
        self.remove(one)
        values = (
            self._edition,
            one.kind,
            _text(one.key),
            one.path,
            one.owner,
            rests.since,
            rests.until,
            rests.keys,
        )
        words = (
            "INSERT INTO output (edition, kind, key, path, owner, since, until, rests) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        try:
            number = self._rows.execute(words, values).lastrowid
        except sqlite3.IntegrityError as error:
            raise self._taken(one) from error
        self._rows.executemany("INSERT OR IGNORE INTO rest VALUES (?, ?)", ((key, number) for key in rests.numbers))

    def _as_kept(self, one: Output, rests: Rests) -> bool:
        """Tell whether the row is there as it would be written: of another theme nearly all are."""
        words = "SELECT path, owner, since, until, rests FROM output WHERE edition = ? AND kind = ? AND key = ?"
        found = self._rows.execute(words, (self._edition, one.kind, _text(one.key))).fetchone()
        return bool(found == (one.path, one.owner, rests.since, rests.until, rests.keys))

    def remove(self, one: Output) -> None:
        """Forget an output."""
        words = "SELECT number, rests FROM output WHERE edition = ? AND kind = ? AND key = ?"
        for number, keys in self._rows.execute(words, (self._edition, one.kind, _text(one.key))).fetchall():
            words = "DELETE FROM rest WHERE key = ? AND output = ?"
            self._rows.executemany(words, ((key, number) for key in Rests(keys, None, None).numbers))
            self._rows.execute("DELETE FROM output WHERE number = ?", (number,))

    def of_kind(self, kind: str) -> set[Output]:
        """Return the outputs of a kind."""
        return self._asked("kind = ?", kind)

    def owned(self, path: str) -> set[Output]:
        """Return the outputs of an item."""
        return self._asked("owner = ? AND owner != ''", path)  # as the index has it

    def with_keys(self, kind: str, keys: Iterable[Key]) -> set[Output]:
        """Return the outputs of a kind that have one of the keys."""
        return {one for key in keys for one in self._asked("kind = ? AND key = ?", kind, _text(key))}

    def at(self, path: str) -> bool:
        """Tell whether some output has this file."""
        words = "SELECT 1 FROM output WHERE edition = ? AND path = ?"
        return self._rows.execute(words, (self._edition, path)).fetchone() is not None

    def count(self) -> int:
        """Return how many outputs there are."""
        return int(self._rows.execute("SELECT count(*) FROM output WHERE edition = ?", (self._edition,)).fetchone()[0])

    def every(self) -> set[Output]:
        """Return all outputs."""
        return self._asked("1 = 1")

    def resting_on(self, keys: Iterable[Key]) -> set[Output]:
        """Return the outputs that rest on one of the keys."""
        found: set[Output] = set()
        for key in keys:
            found |= _outputs(self._rows.execute(_RESTING, (number_of(self._edition, key), self._edition)))
        return found

    def outdated(self, keys: Iterable[Key], kinds: Iterable[str], moment: datetime) -> set[Output]:
        """Return the outputs that rest on one of the keys, are of one of the kinds, or are those of other moments."""
        return self.resting_on(keys) | self.not_of(moment) | {one for kind in kinds for one in self.of_kind(kind)}

    def rested_on(self, keys: Iterable[Key]) -> set[Key]:
        """Return those of the keys on which some output rests."""
        words = "SELECT 1 FROM rest WHERE key = ? LIMIT 1"
        return {key for key in keys if self._rows.execute(words, (number_of(self._edition, key),)).fetchone()}

    def not_of(self, moment: datetime) -> set[Output]:
        """Return the outputs that are those of other moments."""
        now = moment.timestamp()
        return self._asked("since > ?", now) | self._asked("until <= ?", now)

    def _asked(self, where: str, *words: str | float) -> set[Output]:
        text = f"SELECT kind, key, path, owner FROM output WHERE edition = ? AND {where}"  # noqa: S608
        return _outputs(self._rows.execute(text, (self._edition, *words)))

    def _taken(self, one: Output) -> Exception:
        words = "SELECT owner, path FROM output WHERE edition = ? AND path = ?"
        owner, path = self._rows.execute(words, (self._edition, one.path)).fetchone()
        return refuse("build.two_sources", path=one.path, first=owner or path, second=one.owner or one.path)


def _outputs(rows: Iterable[tuple[str, str, str, str]]) -> set[Output]:
    return {Output(kind, tuple(json.loads(key)), path, owner) for kind, key, path, owner in rows}


def _text(key: Key) -> str:
    return json.dumps(key, ensure_ascii=False)
