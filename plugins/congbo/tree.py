"""A tree of files: the working folder, or (in ``history``) a commit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from congbo.errors import refuse
from congbo.place import Place


class Tree(Protocol):
    """Files by repository path, with ``/`` between the parts."""

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted by code point; none if there is no such folder."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if it cannot be read."""

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""


class FolderTree:
    """The files of a folder on disk; names that begin with a dot are left out."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``; a symbolic link is listed by its own name, never followed."""
        return sorted(_walk(self.root, folder))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError for a missing file or one outside the tree."""
        file = self.root / path
        try:
            if file.is_symlink():
                raise refuse("tree.symbolic_link", Place(path))
            if file.exists() and not file.is_file():  # a pipe would be waited for, without end
                raise refuse("tree.not_a_file", Place(path))
            return file.read_bytes()
        except OSError as error:
            raise refuse("tree.unreadable", Place(path), detail=error.strerror or str(error)) from error

    def has(self, path: str) -> bool:
        """Tell whether a regular file of that name exists."""
        file = self.root / path
        return file.is_file() and not file.is_symlink()


def _walk(root: Path, folder: str) -> Iterator[str]:
    for where, folders, files in os.walk(root / folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        prefix = Path(where).relative_to(root).as_posix()
        yield from (f"{prefix}/{name}" for name in (*files, *links) if not name.startswith("."))
