"""One SQLite file of pickled values by kind and key. Every fault of it means "nothing stored", never a fault of the run."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from congbo.store.rows import BROKEN, Rows

_TABLE = "CREATE TABLE IF NOT EXISTS facts (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key))"
_FAULTS = (
    sqlite3.Error, OSError, pickle.PickleError, AttributeError, EOFError, ImportError, IndexError, TypeError, ValueError,
)  # fmt: skip


class Store:
    """The facts of one repository; without a file (``None``) it keeps nothing and answers nothing."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def get(self, kind: str, key: str) -> Any:
        """Return a value, or None."""
        return next((value for _, value in self._rows("kind = ? AND key = ?", (kind, key))), None)

    def all(self, kind: str) -> dict[str, Any]:
        """Return every value of a kind by its key."""
        return dict(self._rows("kind = ?", (kind,)))

    def keys(self, kind: str) -> set[str]:
        """Return the keys of a kind."""
        with suppress(*_FAULTS), self._open(create=False) as database:
            return {key for (key,) in database.execute("SELECT key FROM facts WHERE kind = ?", (kind,))}
        return set()

    def put(self, kind: str, key: str, value: object) -> None:
        """Keep one value, and no other of its kind: for facts of which only the newest is ever asked for."""
        self._write(kind, [(key, value)], clear=True)

    def replace(self, kind: str, values: Iterable[tuple[str, object]], gone: Iterable[str] = ()) -> None:
        """Keep the values beside those of other keys, and drop the keys that are gone."""
        self._write(kind, values, gone)

    def beside(self, name: str) -> Path | None:
        """Return where a file of that name lies beside the store's own, None if nothing is kept."""
        return self._file.with_name(name) if self._file else None

    def rows(self, name: str) -> Rows:
        """Return the rows of a name, which lie in the same file."""
        return Rows(self._file, name)

    def _rows(self, where: str, words: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        with suppress(*_FAULTS), self._open(create=False) as database:
            rows = database.execute(f"SELECT key, value FROM facts WHERE {where}", words).fetchall()  # noqa: S608
            # Only this program writes here, and only the repository's owner can: see the package.
            yield from [(key, pickle.loads(value)) for key, value in rows]  # noqa: S301

    def _write(
        self, kind: str, values: Iterable[tuple[str, object]], gone: Iterable[str] = (), *, clear: bool = False
    ) -> None:
        rows = [(kind, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL)) for key, value in values]
        with suppress(*_FAULTS), self._open(create=True) as database, database:
            if clear:
                database.execute("DELETE FROM facts WHERE kind = ?", (kind,))
            database.executemany("DELETE FROM facts WHERE kind = ? AND key = ?", [(kind, key) for key in gone])
            database.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?, ?)", rows)

    @contextmanager
    def _open(self, *, create: bool) -> Iterator[sqlite3.Connection]:
        if self._file is None or not (create or self._file.exists()):
            raise FileNotFoundError
        self._file.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._file, timeout=2)
        try:
            if create:
                self._make(database)
            yield database
        finally:
            database.close()

    def _make(self, database: sqlite3.Connection) -> None:
        try:
            database.execute("PRAGMA synchronous = OFF")  # what a crash loses is worked out again
            database.execute("PRAGMA journal_mode = TRUNCATE")  # a killed process leaves what was before
            database.execute(_TABLE)
        except sqlite3.DatabaseError as error:
            database.close()
            if self._file and getattr(error, "sqlite_errorcode", None) in BROKEN:
                self._file.unlink(missing_ok=True)  # not ours, or broken: the next run begins anew
            raise
