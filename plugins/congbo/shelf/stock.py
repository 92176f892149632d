"""Every item of a content as a row, without its body, and the files that lie beside them."""

from __future__ import annotations

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from congbo.dates import VIETNAM
from congbo.item import Item
from congbo.shelf.base import Base
from congbo.shelf.packed import Packed, packed

_TABLES = (
    "CREATE TABLE IF NOT EXISTS item (path TEXT PRIMARY KEY, portal TEXT, id TEXT, original TEXT, limited INTEGER,"
    " value BLOB, sum INTEGER) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS item_portal ON item (portal, path)",
    "CREATE INDEX IF NOT EXISTS item_limited ON item (portal, path) WHERE limited",
    "CREATE INDEX IF NOT EXISTS item_id ON item (id, path)",
    "CREATE INDEX IF NOT EXISTS item_original ON item (original, path)",
    "CREATE TABLE IF NOT EXISTS beside (folder TEXT, path TEXT, PRIMARY KEY (folder, path)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS turn (path TEXT PRIMARY KEY, since REAL, until REAL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS body (path TEXT PRIMARY KEY, html BLOB, sum INTEGER) WITHOUT ROWID",
)
_REMEMBERED = 4_000  # items that a process keeps at a time


class DamagedError(Exception):
    """A row is not what was written: everything that was kept is worked out anew."""


class Stock:
    """The rows of one database. Raises ``DamagedError`` for a row whose sum is wrong."""

    def __init__(self, database: Base) -> None:
        self.database = database
        self._known: OrderedDict[str, Item] = OrderedDict()
        for table in _TABLES:
            database.execute(table)

    def put(self, items: Iterable[tuple[Item, str]]) -> None:
        """Write items, each with the HTML of its body, in the place of those of the same paths."""
        for item, html in items:
            self.take(packed(item, html))

    def take(self, one: Packed) -> None:
        """Write one item, in the place of that of the same path."""
        self._known.pop(one.path, None)
        self.database.execute("INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?)", one.item)
        self.database.execute("INSERT OR REPLACE INTO body VALUES (?, ?, ?)", one.body)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget items."""
        for path in paths:
            self._known.pop(path, None)
            self.database.execute("DELETE FROM item WHERE path = ?", (path,))
            self.database.execute("DELETE FROM body WHERE path = ?", (path,))
            self.database.execute("DELETE FROM turn WHERE path = ?", (path,))

    def lay(self, paths: Iterable[str]) -> None:
        """Note files that are no items."""
        words = ((path.rpartition("/")[0], path) for path in paths)
        self.database.executemany("INSERT OR IGNORE INTO beside VALUES (?, ?)", words)

    def lift(self, paths: Iterable[str]) -> None:
        """Forget files that are no items."""
        words = ((path.rpartition("/")[0], path) for path in paths)
        self.database.executemany("DELETE FROM beside WHERE folder = ? AND path = ?", words)

    def turn(self, path: str, since: datetime | None, until: datetime | None) -> None:
        """Note from when until when an item is shown, or not shown, as it is now."""
        bounds = tuple(None if one is None else one.timestamp() for one in (since, until))
        self.database.execute("DELETE FROM turn WHERE path = ?", (path,))
        if bounds != (None, None):
            self.database.execute("INSERT INTO turn VALUES (?, ?, ?)", (path, *bounds))

    def turned(self, moment: datetime) -> list[str]:
        """Return the paths of the items that may be shown otherwise at another moment than they were."""
        now = moment.timestamp()
        words = "SELECT path FROM turn WHERE since > ? OR until <= ? ORDER BY path"
        return [path for (path,) in self.database.execute(words, (now, now)).fetchall()]

    def next_turn(self, moment: datetime) -> datetime | None:
        """Return the first moment after this one at which an item may be shown otherwise."""
        found = self.database.execute("SELECT min(until) FROM turn WHERE until > ?", (moment.timestamp(),)).fetchone()[
            0
        ]
        return None if found is None else datetime.fromtimestamp(found, VIETNAM)

    def item(self, path: str) -> Item | None:
        """Return the item at a path, without its body; None if there is none."""
        known = self._known.get(path)
        if known is not None:
            self._known.move_to_end(path)
            return known
        row = self.database.execute("SELECT value, sum FROM item WHERE path = ?", (path,)).fetchone()
        if row is None:
            return None
        found: Item = pickle.loads(_sound(*row))  # noqa: S301  # only this program writes here: see the store
        self._known[path] = found
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return found

    def body(self, path: str) -> str:
        """Return the HTML of an item's body."""
        row = self.database.execute("SELECT html, sum FROM body WHERE path = ?", (path,)).fetchone()
        if row is None:
            raise DamagedError(path)
        return zlib.decompress(_sound(*row)).decode()

    def paths(self, portal: str) -> list[str]:
        """Return the paths of a portal's items, in order."""
        return self._asked("SELECT path FROM item WHERE portal = ? ORDER BY path", portal)

    def limited(self, portal: str) -> list[str]:
        """Return the paths of a portal's items that are not for every edition."""
        return self._asked("SELECT path FROM item WHERE portal = ? AND limited ORDER BY path", portal)

    def with_id(self, item_id: str) -> str | None:
        """Return the first path of an id, None if no item has it."""
        return next(iter(self._asked("SELECT path FROM item WHERE id = ? ORDER BY path LIMIT 1", item_id)), None)

    def family(self, original: str) -> list[str]:
        """Return the paths of an item (its id) and of its translations."""
        return self._asked("SELECT path FROM item WHERE original = ? ORDER BY path", original)

    def beside(self, folder: str) -> tuple[str, ...]:
        """Return the files right in a folder, in order."""
        return tuple(self._asked("SELECT path FROM beside WHERE folder = ? ORDER BY path", folder))

    def _asked(self, words: str, word: str) -> list[str]:
        return [path for (path,) in self.database.execute(words, (word,)).fetchall()]


class ByPath(Mapping[str, Item]):
    """Path -> item, each read when it is asked for."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    def __getitem__(self, path: str) -> Item:
        found = self._stock.item(path)
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return (path for (path,) in self._stock.database.execute("SELECT path FROM item ORDER BY path").fetchall())

    def __len__(self) -> int:
        return int(self._stock.database.execute("SELECT count(*) FROM item").fetchone()[0])


class ById(Mapping[str, Item]):
    """Id -> item, each read when it is asked for; the first of two with one id."""

    def __init__(self, stock: Stock) -> None:
        self._stock = stock

    def __getitem__(self, item_id: str) -> Item:
        path = self._stock.with_id(item_id)
        found = self._stock.item(path) if path else None
        if found is None:
            raise KeyError(item_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (one for (one,) in self._stock.database.execute("SELECT DISTINCT id FROM item ORDER BY id").fetchall())

    def __len__(self) -> int:
        return int(self._stock.database.execute("SELECT count(DISTINCT id) FROM item").fetchone()[0])


def _sound(value: bytes, known: int) -> bytes:
    if zlib.crc32(value) != known:
        raise DamagedError
    return value
