"""The items of a content without their bodies, and the names by which they find each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from congbo.checks.kept.groups import Seen
from congbo.checks.kept.rows import Rows, dumped, loaded
from congbo.history import FileHistory
from congbo.item import Item, Reading
from congbo.text.shingles import printed

SHOWN, ASKED = "shown", "asked"


@dataclass(frozen=True)
class Sheet:
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


class Sheets(Rows):
    """The sheets by the paths of the items."""

    def of(self, pages: Iterable[str]) -> dict[str, Sheet]:
        """Return the sheets of those pages that have one, in the order of their paths."""
        found = self.ask_of("SELECT page, sheet FROM sheets WHERE page IN ({})", pages)
        return {page: loaded(sheet) for page, sheet in sorted(found)}

    def all(self) -> dict[str, Sheet]:
        """Return every sheet, in the order of the paths."""
        return {page: loaded(sheet) for page, sheet in self.ask("SELECT page, sheet FROM sheets ORDER BY page")}

    def write(self, sheets: Iterable[tuple[str, Sheet]]) -> None:
        """Write the sheets of pages; what is known of their bodies stays."""
        words = "INSERT INTO sheets (page, sheet) VALUES (?, ?) ON CONFLICT (page) DO UPDATE SET sheet = excluded.sheet"
        self.each(words, ((page, dumped(sheet)) for page, sheet in sheets))

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

    # What bodies show of themselves.

    def prints(self, pages: Iterable[str]) -> dict[str, bytes]:
        """Return what the bodies of pages show of themselves, as it was written."""
        found = self.ask_of("SELECT page, prints FROM sheets WHERE page IN ({})", pages)
        return {page: value or b"" for page, value in found}

    def write_prints(self, pages: Iterable[tuple[str, bytes, str, int]]) -> None:
        """Write what bodies show, with the language and the day by which of two items the older one is told."""
        words = "UPDATE sheets SET prints = ?, lang = ?, day = ? WHERE page = ?"
        self.each(words, ((prints, lang, day, page) for page, prints, lang, day in pages))

    def write_holders(self, pages: Iterable[tuple[str, Collection[int], Collection[int]]]) -> None:
        """Write which prints pages show now, in the place of those that they showed."""
        for page, old, new in pages:
            ((number,),) = self.ask("SELECT number FROM sheets WHERE page = ?", page)
            gone, come = set(old) - set(new), set(new) - set(old)
            self.each("DELETE FROM printed WHERE print = ? AND sheet = ?", ((one, number) for one in gone))
            self.each("INSERT OR IGNORE INTO printed VALUES (?, ?)", ((one, number) for one in come))

    def write_all_holders(self) -> None:
        """Write which prints every page shows, where none are written yet; sorted, which is the quickest way."""
        found = self.ask("SELECT number, prints FROM sheets WHERE prints IS NOT NULL")
        pairs = sorted((one, number) for number, prints in found for one in printed(prints))
        self.each("INSERT INTO printed VALUES (?, ?)", pairs)

    def holders(self, prints: Iterable[int]) -> Iterator[tuple[int, str, int, str]]:
        """Yield print, language, day and page of all that show one of the prints."""
        words = (
            "SELECT printed.print, lang, day, page FROM printed JOIN sheets ON number = printed.sheet "
            "WHERE printed.print IN ({})"
        )
        yield from self.ask_of(words, prints)


def bare(known: FileHistory | None) -> FileHistory | None:
    """Return a history as sheets keep it: without the forms, which no check asks for."""
    return known._replace(forms=()) if known else None


def _names(table: str, sheet: Sheet | None) -> frozenset[str]:
    if sheet is None:
        return frozenset()
    return sheet.shows if table == SHOWN else sheet.asks
