"""A database of one's own tables beside the store: what is written in it comes in as a whole, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

PATIENCE = 20.0  # seconds that one process waits for what another writes


@contextmanager
def ledger(file: Path | None, schema: str) -> Iterator[sqlite3.Connection]:
    """Give a database in which a transaction has begun; what is written is kept if the block ends well.

    ``None`` is a database in memory. Whoever is killed while he writes leaves what was there before. Raises sqlite3.Error or
    OSError for a file that is no database, has another schema, or is held by another process too long.
    """
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            forget(file)
    database = sqlite3.connect(file or ":memory:", timeout=PATIENCE, isolation_level=None)
    try:
        _begin(database, schema)
        yield database
        database.execute("COMMIT")
    finally:
        with suppress(sqlite3.Error):
            database.rollback()
        database.close()


def forget(file: Path) -> None:
    """Delete a database and what lies beside it: a log without its database would be read into the next one."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(OSError):
            file.with_name(name).unlink()


def _begin(database: sqlite3.Connection, schema: str) -> None:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute("PRAGMA cache_size = -65536")
    database.execute("BEGIN IMMEDIATE")
    ((made_as,),) = database.execute("PRAGMA user_version").fetchall()
    version = crc32(schema.encode()) >> 1  # 31 bits; the pragma's number has a sign
    if made_as not in (0, version):
        raise sqlite3.DatabaseError(made_as)
    for statement in filter(None, map(str.strip, schema.split(";"))):
        database.execute(statement)
    database.execute(f"PRAGMA user_version = {version}")
