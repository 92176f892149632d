"""Queries and values of the kept rows."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from zlib import crc32

_AT_ONCE = 500
_SUM = 4  # bytes


class Rows:
    """Some of the tables of one database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def ask(self, words: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query finds."""
        return self._database.execute(words, values).fetchall()

    def ask_of(self, words: str, values: Iterable[object]) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds that holds ``IN ({})``, for any number of values."""
        rest = iter(values)
        while some := list(islice(rest, _AT_ONCE)):
            yield from self.ask(words.format(", ".join("?" * len(some))), *some)

    def each(self, words: str, values: Iterable[tuple[object, ...]]) -> None:
        """Run a statement for each of some values."""
        self._database.executemany(words, values)


def dumped(value: object) -> bytes:
    """Return a value as it is kept: after its sum. To pack it would take twice the time for two thirds of the room."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return crc32(data).to_bytes(_SUM, "big") + data


def loaded(value: bytes) -> Any:
    """Return what was kept. Only this program writes there, and only the repository's owner can: see ``store``.

    Raises ValueError for a value whose bytes are not those that were written.
    """
    data = memoryview(value)[_SUM:]
    if crc32(data) != int.from_bytes(value[:_SUM], "big"):
        raise ValueError(len(value))
    return pickle.loads(data)  # noqa: S301
