"""The database of what was published: one file, or memory. A process that was forked from this one opens the file anew."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Value = str | int | float | bytes | None

_WRITER, _READER = 24_576, 4_096  # kilobytes of pages that a process keeps; what it lacks the system has


class Base:
    """A database by its file; None: in memory, of which a forked process has a copy."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._process = os.getpid()
        self._open = self._opened()
        self._made: set[tuple[str, ...]] = set()

    def execute(self, words: str, values: Sequence[Value] = ()) -> sqlite3.Cursor:
        """Ask or write something."""
        return self._connection.execute(words, values)

    def executemany(self, words: str, values: Iterable[Sequence[Value]]) -> None:
        """Write many rows."""
        self._connection.executemany(words, values)

    def made(self, tables: tuple[str, ...]) -> None:
        """Make tables and indexes that are not there yet."""
        if tables not in self._made:
            for words in tables:
                self.execute(words)
            self._made.add(tables)

    def commit(self) -> None:
        """Let others, and later runs, see what was written."""
        self._connection.commit()

    def close(self) -> None:
        """Close the file; what was not committed is as if it had not been written."""
        self._connection.close()

    def note(self, name: str, value: str) -> None:
        """Keep a text under a name."""
        self.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, value))

    def noted(self, name: str) -> str:
        """Return the text of a name, empty if there is none."""
        found = self.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    @property
    def _connection(self) -> sqlite3.Connection:
        if self._file is not None and self._process != os.getpid():
            self._process, self._open = os.getpid(), self._opened(_READER)
        return self._open

    def _opened(self, cache: int = _WRITER) -> sqlite3.Connection:
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        found = sqlite3.connect(self._file or ":memory:", timeout=5, cached_statements=256)
        # What a crash of the machine loses is worked out again: the release says whether the rows are its own. Processes that
        # were forked read what was committed while this one writes.
        for words in (
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = OFF",
            f"PRAGMA cache_size = -{cache}",
            "PRAGMA temp_store = MEMORY",
        ):
            found.execute(words)
        found.execute("CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        return found


def emptied(base: Base) -> None:
    """Forget everything. Raises sqlite3.Error."""
    tables: list[tuple[Any]] = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        base.execute(f"DELETE FROM {table}")  # noqa: S608
