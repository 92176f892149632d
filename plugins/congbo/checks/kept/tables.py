"""What is kept about a content, as rows. Nothing here judges; whatever cannot be read raises, and is then worked out anew."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from congbo.checks.kept.files import Files
from congbo.checks.kept.groups import Groups
from congbo.checks.kept.prints import Prints
from congbo.checks.kept.rows import Rows, dumped, loaded
from congbo.checks.kept.sheets import Sheets
from congbo.checks.kept.words import Words
from congbo.resting import resting
from congbo.store.ledger import forget, ledger

SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS addresses (portal TEXT, address TEXT, pages INTEGER, PRIMARY KEY (portal, address)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS striking (alike TEXT, path TEXT, PRIMARY KEY (alike, path)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sheets
    (number INTEGER PRIMARY KEY, page TEXT UNIQUE, sheet BLOB, seen BLOB, prints BLOB, lang TEXT, day INTEGER);
CREATE TABLE IF NOT EXISTS shown (name TEXT, page TEXT, PRIMARY KEY (name, page)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS asked (name TEXT, page TEXT, PRIMARY KEY (name, page)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (rule INTEGER, part TEXT, kind TEXT, page TEXT, PRIMARY KEY (rule, part, kind, page))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS printed (part INTEGER PRIMARY KEY, pairs BLOB);
CREATE TABLE IF NOT EXISTS said (path TEXT, source TEXT, findings BLOB, PRIMARY KEY (path, source)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS said_by ON said (source);
CREATE TABLE IF NOT EXISTS told (path TEXT PRIMARY KEY, findings BLOB) WITHOUT ROWID
"""
TABLES = ("notes", "files", "addresses", "striking", "sheets", "shown", "asked", "seen", "printed", "said", "told")
_BUSY: tuple[type[Exception], ...] = (sqlite3.OperationalError,)
_FAULTS: tuple[type[Exception], ...] = (sqlite3.Error, OSError, pickle.PickleError, EOFError, ValueError)
T = TypeVar("T")


class Tables(Rows):
    """All rows of one content, by what they tell of."""

    @cached_property
    def files(self) -> Files:
        """Return the files, the addresses that they give, and their striking names."""
        return Files(self._database)

    @cached_property
    def sheets(self) -> Sheets:
        """Return the items and what they show."""
        return Sheets(self._database)

    @cached_property
    def prints(self) -> Prints:
        """Return what their bodies show."""
        return Prints(self._database)

    @cached_property
    def groups(self) -> Groups:
        """Return what rules about wholes see."""
        return Groups(self._database)

    @cached_property
    def words(self) -> Words:
        """Return what is said."""
        return Words(self._database)

    def wipe(self) -> None:
        """Forget everything."""
        for table in TABLES:
            self.ask(f"DELETE FROM {table}")  # noqa: S608

    def note(self, name: str) -> Any:
        """Return what was noted under a name, or None."""
        found = self.ask("SELECT value FROM notes WHERE name = ?", name)
        return loaded(found[0][0]) if found else None

    def write(self, name: str, value: object) -> None:
        """Note a value under a name."""
        self.ask("INSERT OR REPLACE INTO notes VALUES (?, ?)", name, dumped(value))

    def mark(self) -> None:
        """Begin what may be undone."""
        self.ask("SAVEPOINT change")

    def undo(self) -> None:
        """Undo what was written since the mark."""
        self.ask("ROLLBACK TO change")
        self.ask("RELEASE change")


def used(file: Path | None, of: Callable[[Tables], T]) -> T | None:
    """Return what a function makes of the tables in a file.

    A file that cannot be read begins anew; tables in memory take the place of one that another process holds, or that the
    disk does not take. None if a database cannot hold this content at all.
    """
    for place in (file, file, None) if file else (None,):
        try:
            with resting(), ledger(place, SCHEMA) as database:
                return of(Tables(database))
        except _BUSY:
            file = None
        except _FAULTS:
            if place:
                forget(place)
        if file is None and place:
            return used(None, of)
    return None
