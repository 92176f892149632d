"""The files of a content, the addresses that its items give their portals, and names of files that need a second look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from congbo.checks.kept.rows import Rows
from congbo.facts import addresses
from congbo.item.address import parse_address


class Files(Rows):
    """Which files there are."""

    def add(self, paths: Iterable[str]) -> None:
        """Note that files are there."""
        self.each("INSERT OR IGNORE INTO files VALUES (?)", ((path,) for path in paths))

    def drop(self, paths: Iterable[str]) -> None:
        """Note that files are gone."""
        self.each("DELETE FROM files WHERE path = ?", ((path,) for path in paths))

    def all(self) -> list[str]:
        """Return every file, sorted."""
        return [path for (path,) in self.ask("SELECT path FROM files ORDER BY path")]

    def has(self, path: str) -> bool:
        """Tell whether there is a file of a name."""
        return bool(self.ask("SELECT 1 FROM files WHERE path = ?", path))

    def lies_above(self, path: str) -> bool:
        """Tell whether a name is that of a folder with files."""
        return bool(self.ask("SELECT 1 FROM files WHERE path > ? AND path < ? LIMIT 1", f"{path}/", f"{path}0"))

    def of_page(self, page: str) -> list[str]:
        """Return an item's own file, if it is there, and the files right in its folder."""
        folder = page.removesuffix(".md")
        found = self.ask("SELECT path FROM files WHERE path > ? AND path < ?", f"{folder}/", f"{folder}0")
        beside = [path for (path,) in found if "/" not in path[len(folder) + 1 :] and not path.endswith(".md")]
        return [*([page] if self.has(page) else []), *beside]

    def turn(self, come: Iterable[str], gone: Iterable[str]) -> list[tuple[str, str]]:
        """Count the addresses of items that came and went; return those (with their portals) that lead elsewhere now."""
        changes: Counter[tuple[str, str]] = Counter()
        for paths, change in ((come, 1), (gone, -1)):
            for path in paths:
                for one in _addresses(path):
                    changes[one] += change
        counts = [(one, self._count(*one), change) for one, change in changes.items() if change]
        self.each(
            "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?)",
            ((*one, before + change) for one, before, change in counts),
        )
        return [one for one, before, change in counts if (before > 0) is not (before + change > 0)]

    def portals(self) -> list[str]:
        """Return the portals that have addresses, sorted."""
        return [name for (name,) in self.ask("SELECT DISTINCT portal FROM addresses WHERE pages > 0 ORDER BY portal")]

    def leads(self, portal: str, address: str) -> bool:
        """Tell whether a portal has an address."""
        return self._count(portal, address) > 0

    def _count(self, portal: str, address: str) -> int:
        found = self.ask("SELECT pages FROM addresses WHERE portal = ? AND address = ?", portal, address)
        return int(found[0][0]) if found else 0

    def striking(self, alike: str) -> set[str]:
        """Return the striking names that some system takes for the same."""
        return {path for (path,) in self.ask("SELECT path FROM striking WHERE alike = ?", alike)}

    def strike(self, alike: str, paths: Iterable[str]) -> None:
        """Note the striking names of a key in the place of those that were."""
        self.ask("DELETE FROM striking WHERE alike = ?", alike)
        self.each("INSERT INTO striking VALUES (?, ?)", ((alike, path) for path in paths))


class Known(Mapping[str, Container[str]]):
    """The addresses of the portals, looked up one by one."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __getitem__(self, portal: str) -> Container[str]:
        return _Portal(self._files, portal)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files.portals())

    def __len__(self) -> int:
        return len(self._files.portals())


class _Portal:
    def __init__(self, files: Files, portal: str) -> None:
        self._files = files
        self._portal = portal

    def __contains__(self, address: object) -> bool:
        return self._files.leads(self._portal, str(address))


def _addresses(path: str) -> Iterator[tuple[str, str]]:
    address = parse_address(path) if path.endswith(".md") else None
    if address:
        yield from ((address.portal, one) for one in dict.fromkeys(addresses.around(address)))
