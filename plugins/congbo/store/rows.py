"""Facts by key that hold together for one state, such as a commit: ten thousand rows of which a run changes three.

Nothing that is read here may be wrong. Every change is one transaction with a journal on the disk, so that a process that is
killed leaves the state before or the state after; every row carries a sum of its own, and the state carries the number of the
rows and what their sums come to.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

_STATES = "CREATE TABLE IF NOT EXISTS states (name TEXT PRIMARY KEY, state TEXT, count INT, total INT, sum INT)"
_ROWS = "CREATE TABLE IF NOT EXISTS {} (key BLOB PRIMARY KEY, value BLOB NOT NULL, sum INT NOT NULL) WITHOUT ROWID"
_FAULTS = (sqlite3.Error, OSError, TypeError, ValueError)
# What a file says that is none of ours or broken; another process that is writing says something else.
BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_MOST = 2**56

Row = tuple[bytes, bytes, int]


class Rows:
    """The rows of one name in a file; without a file (``None``) nothing is kept. Every fault means "not kept"."""

    def __init__(self, file: Path | None, name: str) -> None:
        if not name.isidentifier():
            raise ValueError(name)
        self._file = file
        self._name = name
        self._reading: tuple[tuple[int, int], sqlite3.Connection] | None = None

    def __getstate__(self) -> tuple[Path | None, str]:
        return self._file, self._name

    def __setstate__(self, state: tuple[Path | None, str]) -> None:
        self._file, self._name = state
        self._reading = None

    def state(self) -> str:
        """Return the state that the rows hold for, "" if there is none."""
        with suppress(*_FAULTS), self._open() as database:
            return self._head(database)[0]
        return ""

    def some(self, state: str, keys: Iterable[str]) -> dict[str, bytes] | None:
        """Return those of the keys that are there. None if the rows are of another state by now, or damaged."""
        with suppress(*_FAULTS), self._open() as database:
            known, count, _ = self._head(database)
            wanted = {key: _bytes(key) for key in keys}
            found = {key: _sound(row) for key, name in wanted.items() if (row := self._row(database, name))}
            # A key that is not there is no damage, unless others lack as well.
            whole = len(found) == len(wanted) or count == self._count(database)
            return found if known == state and whole else None
        return None

    def all(self, state: str) -> dict[str, bytes] | None:
        """Return every row. None if the rows are of another state by now, or damaged."""
        with suppress(*_FAULTS), self._open() as database:
            known, count, total = self._head(database)
            rows: list[Row] = database.execute(f"SELECT key, value, sum FROM {self._name}").fetchall()  # noqa: S608
            found = {_text(row[0]): _sound(row) for row in rows}
            whole = len(rows) == count and sum(row[2] for row in rows) % _MOST == total
            return found if known == state and whole else None
        return None

    def begin(self, state: str, values: Mapping[str, bytes]) -> bool:
        """Keep these rows and no others; tell whether that was done. A file that is broken is made anew."""
        rows = _rows(values)
        for _ in range(2):
            try:
                with self._writing() as database:
                    database.execute(f"DELETE FROM {self._name}")  # noqa: S608
                    self._insert(database, rows)
                    self._put_head(database, state, len(rows), sum(row[2] for row in rows))
                    return True
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", None) not in BROKEN or not self._file:
                    return False
                self._file.unlink(missing_ok=True)
            except _FAULTS:
                return False
        return False

    def advance(self, old: str, new: str, values: Mapping[str, bytes], gone: Iterable[str]) -> bool:
        """Bring the rows from one state to the next; tell whether that was done: not if they are of another one by now."""
        rows = _rows(values)
        leaving = {*(row[0] for row in rows), *map(_bytes, gone)}
        with suppress(*_FAULTS), self._writing() as database:
            known, count, total = self._head(database)
            if known != old:
                return False
            before = [row[2] for key in leaving if (row := self._row(database, key))]
            database.executemany(f"DELETE FROM {self._name} WHERE key = ?", [(key,) for key in leaving])  # noqa: S608
            self._insert(database, rows)
            total += sum(row[2] for row in rows) - sum(before)
            self._put_head(database, new, count - len(before) + len(rows), total)
            return True
        return False

    def _head(self, database: sqlite3.Connection) -> tuple[str, int, int]:
        """The state, the number of rows and their sum. Raises ValueError where it is not as it was written."""
        found = database.execute("SELECT state, count, total, sum FROM states WHERE name = ?", (self._name,)).fetchone()
        if found is None or found[3] != _sum(repr((self._name, *found[:3])).encode()):
            raise ValueError(self._name)
        return found[0], found[1], found[2]

    def _put_head(self, database: sqlite3.Connection, state: str, count: int, total: int) -> None:
        head = (self._name, state, count, total % _MOST)
        database.execute("INSERT OR REPLACE INTO states VALUES (?, ?, ?, ?, ?)", (*head, _sum(repr(head).encode())))

    def _row(self, database: sqlite3.Connection, key: bytes) -> Row | None:
        query = f"SELECT key, value, sum FROM {self._name} WHERE key = ?"  # noqa: S608
        found: Row | None = database.execute(query, (key,)).fetchone()
        return found

    def _count(self, database: sqlite3.Connection) -> int:
        return int(database.execute(f"SELECT count(*) FROM {self._name}").fetchone()[0])  # noqa: S608

    def _insert(self, database: sqlite3.Connection, rows: Iterable[Row]) -> None:
        database.executemany(f"INSERT INTO {self._name} VALUES (?, ?, ?)", rows)  # noqa: S608

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Read what stood in the file at one moment."""
        if self._file is None or not self._file.exists():
            raise FileNotFoundError
        database = self._reader(self._file)
        try:
            database.execute("BEGIN")
            yield database
            database.execute("COMMIT")
        except BaseException:
            self._reading = None  # whatever it was: the next one opens the file anew
            database.close()
            raise

    def _reader(self, file: Path) -> sqlite3.Connection:
        """The connection of this process and thread: to open one for every row takes longer than to read the row."""
        here = (os.getpid(), threading.get_ident())
        if self._reading is None or self._reading[0] != here:
            self._reading = here, sqlite3.connect(file, timeout=10, isolation_level=None)
        return self._reading[1]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._file is None:
            raise FileNotFoundError
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=10, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = TRUNCATE")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute("BEGIN IMMEDIATE")
            database.execute(_STATES)
            database.execute(_ROWS.format(self._name))
            yield database
            database.execute("COMMIT")


def _rows(values: Mapping[str, bytes]) -> list[Row]:
    keyed = sorted((_bytes(key), value) for key, value in values.items())
    return [(key, value, _sum(key + b"\0" + value)) for key, value in keyed]


def _sound(row: Row) -> bytes:
    key, value, known = row
    if known != _sum(key + b"\0" + value):
        raise ValueError(key)
    return value


def _sum(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=7).digest(), "big")


def _bytes(key: str) -> bytes:
    return key.encode("utf-8", "surrogateescape")


def _text(key: bytes) -> str:
    return key.decode("utf-8", "surrogateescape")
