"""The files of a revision as a tree, read from git itself, and which files differ between two moments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from congbo.errors import refuse
from congbo.history.entries import FILES, LINK, Entry, entry_of
from congbo.history.quick import ODD
from congbo.history.repository import answer, blob_reader
from congbo.place import Place


class RevisionTree:
    """The files of one commit, byte for byte as they are stored; names that begin with a dot are left out."""

    def __init__(self, root: Path, commit: str) -> None:
        self._root = root
        self._commit = commit
        self._read = blob_reader(root)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Return everything that the commit holds, by path."""
        lines = answer(self._root, "ls-tree", "-r", "-z", "--full-tree", self._commit).split("\0")
        found = (entry_of(line) for line in lines if line)
        return dict(found)

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted; a symbolic link is listed by its own name."""
        modes = (*FILES, LINK)  # what lies in another repository (a submodule) is not there
        inside = (path for path, entry in self.entries.items() if path.startswith(f"{folder}/") and entry.mode in modes)
        return sorted(path for path in inside if not any(part.startswith(".") for part in path.split("/")))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError for a file that the commit lacks, and for a symbolic link."""
        entry = self.entries.get(path)
        if entry is None or entry.mode not in (*FILES, LINK):
            raise refuse("tree.absent", Place(path), commit=self._commit[:12])
        if entry.mode == LINK:
            raise refuse("tree.symbolic_link", Place(path))
        return self._read(entry.blob)

    def has(self, path: str) -> bool:
        """Tell whether the commit holds a regular file of that name."""
        return path in self.entries and self.entries[path].mode in FILES

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return what is no plain file under ``folder``."""
        inside = ((path, ODD.get(entry.mode)) for path, entry in self.entries.items() if path.startswith(f"{folder}/"))
        return {path: kind for path, kind in inside if kind}
