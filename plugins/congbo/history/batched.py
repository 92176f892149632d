"""The files of a commit, many at a time: whoever knows what he will read next asks for it at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from congbo.history.entries import FILES, Entry
from congbo.history.objects import blobs
from congbo.history.sparse import SparseTree

_AT_ONCE = 500  # names on one command line


class BatchTree(SparseTree):
    """One commit's files; ``fetch`` reads some of them by one process of git, and forgets those that it read before."""

    def fetch(self, paths: Collection[str]) -> None:
        """Make files ready to be read; those that the commit lacks are left out."""
        self._look_up(sorted(paths))
        entries = (self._entry(path) for path in paths)
        wanted = list({entry.blob for entry in entries if entry and entry.mode in FILES})
        self._bytes = dict(zip(wanted, blobs(self._root, wanted), strict=True))

    def entries(self, folder: str) -> dict[str, Entry]:
        """Return everything that lies under a folder, by path."""
        return dict(self._under(folder))

    def _look_up(self, paths: list[str]) -> None:
        if any(path.startswith(f"{folder}/") for folder in self._listed for path in paths[:1]):
            return
        unknown = [path for path in paths if path not in self._single]
        for first in range(0, len(unknown), _AT_ONCE):
            some = unknown[first : first + _AT_ONCE]
            self._single |= dict.fromkeys(some) | dict(self._ls(*some))

    def _fetch(self, _: str, entry: Entry) -> None:
        """Read one file: the others of its folder may be fifty thousand."""
        (self._bytes[entry.blob],) = blobs(self._root, [entry.blob])


def visible(paths: Iterable[str]) -> list[str]:
    """Return the paths without those that a tree leaves out: names that begin with a dot."""
    return [path for path in paths if not any(part.startswith(".") for part in path.split("/"))]
