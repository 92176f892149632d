"""A tree of files: the working folder, or (in ``history``) a commit."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Protocol, runtime_checkable

from congbo.errors import refuse, refuse_unlisted
from congbo.place import Place

# What a path may be beside a plain file: a symbolic link, another repository, a file that may be executed.
LINK, SUBMODULE, PROGRAM = "link", "submodule", "program"


class Tree(Protocol):
    """Files by repository path, with ``/`` between the parts."""

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted by code point; none if there is no such folder."""

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if it cannot be read."""

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return what is no plain file under ``folder``: path -> LINK, SUBMODULE or PROGRAM."""


@runtime_checkable
class Fetching(Protocol):
    """A tree that is quicker if it is told what will be read next."""

    def fetch(self, paths: Collection[str]) -> None:
        """Make files ready to be read; those that are not there are left out."""


def make_ready(tree: Tree, paths: Collection[str]) -> None:
    """Tell a tree what will be read next: one that asks another process for each file asks once for all of these."""
    if paths and isinstance(tree, Fetching):
        tree.fetch(paths)


class FolderTree:
    """The files of a folder on disk; names that begin with a dot are left out.

    ``recorded`` gives what git has recorded as no plain file (see ``Tree.odd``): a disk of another system cannot tell.
    ``links`` are the symbolic links, where somebody has looked through the folder already.
    """

    def __init__(
        self, root: Path, recorded: Callable[[], Mapping[str, str]] = dict, links: Collection[str] | None = None
    ) -> None:
        self.root = root
        self._recorded = recorded
        self._links = links

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``; a symbolic link is listed by its own name, never followed."""
        return sorted(_walk(self.root, folder))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError for a missing file or one outside the tree."""
        file = os.path.join(self.root, path)  # noqa: PTH118  # of ten thousand files, Path costs as much as the reading
        try:
            mode = os.lstat(file).st_mode
            if stat.S_ISLNK(mode):
                raise refuse("tree.symbolic_link", Place(path))
            if not stat.S_ISREG(mode):  # a pipe would be waited for, without end
                raise refuse("tree.not_a_file", Place(path))
            with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
                return opened.read()
        except OSError as error:
            raise refuse("tree.unreadable", Place(path), detail=error) from error

    def has(self, path: str) -> bool:
        """Tell whether a regular file of that name exists. Raises CongboError where one may not look."""
        try:
            return stat.S_ISREG(os.lstat(self.root / path).st_mode)
        except (OSError, ValueError) as error:
            if isinstance(error, PermissionError):
                raise refuse("tree.unreadable", Place(path), detail=error) from error
            return False

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return the links on disk, and what git has recorded and is still there."""
        recorded = {path: kind for path, kind in self._recorded().items() if path.startswith(f"{folder}/")}
        there = {path: kind for path, kind in recorded.items() if os.path.lexists(self.root / path)}
        links = _links(os.fspath(self.root), folder) if self._links is None else self._links
        return there | dict.fromkeys((path for path in links if path.startswith(f"{folder}/")), LINK)


class ReadOnce:
    """Another tree, each of whose files is read at most once: several checks look at the same bytes."""

    def __init__(self, tree: Tree) -> None:
        self._read: dict[str, bytes] = {}
        self.paths = tree.paths
        self.has = tree.has
        self.odd = tree.odd
        self._tree = tree

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if it cannot be read."""
        if path not in self._read:
            self._read[path] = self._tree.read(path)
        return self._read[path]


def is_listed(file: Path) -> bool:
    """Tell whether a folder's tree lists a file: a regular one, or a link wherever it leads."""
    return file.is_symlink() or file.is_file()


def _walk(root: Path, folder: str) -> Iterator[str]:
    def unlisted(error: OSError) -> None:
        refuse_unlisted(error, Path(error.filename).relative_to(root).as_posix())

    for where, folders, files in os.walk(root / folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(where) / name).is_symlink()]
        prefix = Path(where).relative_to(root).as_posix()
        yield from (f"{prefix}/{name}" for name in (*files, *links) if not name.startswith("."))


def _links(root: str, folder: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError as error:
        refuse_unlisted(error, folder)
        return
    for entry in entries:
        if entry.is_symlink():
            yield f"{folder}/{entry.name}"
        elif entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _links(root, f"{folder}/{entry.name}")
