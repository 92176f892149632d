"""The items of a content without their bodies, and the names by which they find each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from congbo.checks.kept.groups import Seen
from congbo.checks.kept.rows import Rows, dumped, loaded
from congbo.frozen import replace
from congbo.history import FileHistory
from congbo.item import Item, Reading

SHOWN, ASKED = "shown", "asked"


class Sheet(Struct, frozen=True):
    """What is known of one item, or (without ``reading``) of files whose item is not there.

    ``known`` is the history of its file; ``linked``: it was judged beside the item that it translates.
    """

    reading: Reading | None
    shows: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    seen: frozenset[Seen] = frozenset()
    known: FileHistory | None = None
    linked: bool = False

    @property
    def item(self) -> Item | None:
        """Return the item, None if its file cannot be read or is not there."""
        return self.reading.item if self.reading else None


class Begun(NamedTuple):
    """An item whose sheet was laid down: what rules see of it is known now, and (``lang``, ``day``) by which language and day
    of two items the older one is told."""

    page: str
    sheet: Sheet
    lang: str | None = None
    day: int | None = None


class Sheets(Rows):
    """The sheets by the paths of the items."""

    def of(self, pages: Iterable[str]) -> dict[str, Sheet]:
        """Return the sheets of those pages that have one, in the order of their paths."""
        found = self.ask_of("SELECT page, sheet, seen FROM sheets WHERE page IN ({})", pages)
        return {page: _read(sheet, seen) for page, sheet, seen in sorted(found)}

    def all(self) -> dict[str, Sheet]:
        """Return every sheet, in the order of the paths."""
        # One row at a time: together with what is made of them they would be half as much again.
        found = self._database.execute("SELECT page, sheet, seen FROM sheets ORDER BY page")
        return {page: _read(sheet, seen) for page, sheet, seen in found}

    def write(self, sheets: Iterable[tuple[str, Sheet]]) -> None:
        """Write the sheets of pages; what is known of their bodies stays."""
        words = (
            "INSERT INTO sheets (page, sheet, seen) VALUES (?, ?, ?)"
            " ON CONFLICT (page) DO UPDATE SET sheet = excluded.sheet, seen = excluded.seen"
        )
        self.each(words, ((page, written(sheet), _dumped(sheet.seen)) for page, sheet in sheets))

    def lay(self, page: str, kept: bytes, prints: bytes) -> None:
        """Write the sheet of an item, and what its body shows, where nothing is written yet; ``begin`` completes it."""
        self.ask("INSERT INTO sheets (page, sheet, prints) VALUES (?, ?, ?)", page, kept, prints)

    def begin(self, sheets: Sequence[Begun]) -> None:
        """Complete sheets that were laid down, and write the names on them: in order, which is the quickest way."""
        words = "UPDATE sheets SET seen = ?, lang = ?, day = ? WHERE page = ?"
        self.each(words, ((_dumped(one.seen), lang, day, page) for page, one, lang, day in sheets))
        for table in (SHOWN, ASKED):
            names = sorted((name, page) for page, one, *_ in sheets for name in _names(table, one))
            self.each(f"INSERT INTO {table} VALUES (?, ?)", names)  # noqa: S608

    def drop(self, pages: Iterable[str]) -> None:
        """Forget pages."""
        self.each("DELETE FROM sheets WHERE page = ?", ((page,) for page in pages))

    def rename(self, page: str, old: Sheet | None, new: Sheet | None) -> None:
        """Write the names of a page in the place of those that it had."""
        for table in (SHOWN, ASKED):
            before, now = _names(table, old), _names(table, new)
            self.each(f"DELETE FROM {table} WHERE name = ? AND page = ?", ((name, page) for name in before - now))  # noqa: S608
            self.each(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", ((name, page) for name in now - before))  # noqa: S608

    def by(self, table: str, names: Iterable[str]) -> set[str]:
        """Return the pages that show one of the names, or ask for one."""
        return {page for (page,) in self.ask_of(f"SELECT page FROM {table} WHERE name IN ({{}})", names)}  # noqa: S608

    def doubled(self, prefix: str) -> set[str]:
        """Return the names with a prefix that more than one page shows."""
        words = "SELECT name FROM shown WHERE name >= ? AND name < ? GROUP BY name HAVING count(*) > 1"
        return {name for (name,) in self.ask(words, prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1))}


def written(sheet: Sheet) -> bytes:
    """Return a sheet as it is kept, without what rules see of the item: that is written when all items are known."""
    return dumped(replace(sheet, seen=frozenset()) if sheet.seen else sheet)


def read(kept: bytes) -> Sheet:
    """Return the sheet that was written."""
    found: Sheet = loaded(kept)
    return found


def bare(known: FileHistory | None) -> FileHistory | None:
    """Return a history as sheets keep it: without the forms, which no check asks for."""
    return known._replace(forms=()) if known else None


def _names(table: str, sheet: Sheet | None) -> frozenset[str]:
    if sheet is None:
        return frozenset()
    return sheet.shows if table == SHOWN else sheet.asks


def _dumped(seen: Collection[Seen]) -> bytes | None:
    return dumped(seen) if seen else None


def _read(sheet: bytes, seen: bytes | None) -> Sheet:
    return replace(read(sheet), seen=loaded(seen)) if seen else read(sheet)
