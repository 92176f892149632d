"""Trees made of other trees: a part of one, and one with files of another in the place of its own."""

from __future__ import annotations

from collections.abc import Mapping

from congbo.tree import Tree


class Only:
    """Some files of a tree; asked for by name, the others are there too."""

    def __init__(self, tree: Tree, chosen: frozenset[str]) -> None:
        self._tree = tree
        self._chosen = chosen

    def paths(self, folder: str) -> list[str]:
        """Return the chosen files under ``folder``, sorted by code point."""
        return [path for path in self._tree.paths(folder) if path in self._chosen]

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if it cannot be read."""
        return self._tree.read(path)

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""
        return self._tree.has(path)

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return which of the chosen paths are no plain files."""
        return {path: kind for path, kind in self._tree.odd(folder).items() if path in self._chosen}


class Merged:
    """The files of a base, those of ``touched`` as a change leaves them."""

    def __init__(self, base: Tree, change: Tree, touched: frozenset[str]) -> None:
        self._base = base
        self._change = change
        self._touched = touched

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted by code point."""
        kept = (path for path in self._base.paths(folder) if path not in self._touched)
        return sorted([*kept, *(path for path in self._change.paths(folder) if path in self._touched)])

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if it cannot be read."""
        return self._of(path).read(path)

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""
        return self._of(path).has(path)

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return what is no plain file, in the base or by the change."""
        kept = {path: kind for path, kind in self._base.odd(folder).items() if path not in self._touched}
        return kept | {path: kind for path, kind in self._change.odd(folder).items() if path in self._touched}

    def _of(self, path: str) -> Tree:
        return self._change if path in self._touched else self._base
