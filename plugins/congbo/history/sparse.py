"""The files of a commit as they are asked for: of fifty thousand files a gate reads a few hundred."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from congbo.errors import refuse
from congbo.history.entries import FILES, LINK, Entry, entry_of
from congbo.history.objects import blobs
from congbo.history.quick import ODD
from congbo.history.reading import MANY, reader_of
from congbo.history.running import git_text
from congbo.place import Place


class SparseTree:
    """One commit's or tree's files, byte for byte; ``without`` names a folder that is not looked into.

    As of ``RevisionTree``, names that begin with a dot are left out.
    """

    def __init__(self, root: Path, commit: str, without: str = "") -> None:
        self._root = root
        self._commit = commit
        self._without = without
        self._listed: dict[str, Mapping[str, Entry]] = {}
        self._bytes: dict[str, bytes] = {}

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted; a symbolic link is listed by its own name."""
        entries = self._under(folder)
        modes = (*FILES, LINK)
        return sorted(path for path, entry in entries.items() if entry.mode in modes and not _hidden(path))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError for a file that the commit lacks, and for a symbolic link."""
        entry = self._entry(path)
        if entry is None or entry.mode not in (*FILES, LINK):
            raise refuse("tree.absent", Place(path), commit=self._commit[:12])
        if entry.mode == LINK:
            raise refuse("tree.symbolic_link", Place(path))
        if entry.blob not in self._bytes:
            self._fetch(path, entry)
        return self._bytes[entry.blob]

    def has(self, path: str) -> bool:
        """Tell whether the commit holds a regular file of that name."""
        entry = self._entry(path)
        return entry is not None and entry.mode in FILES

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return what is no plain file under ``folder``."""
        found = ((path, ODD.get(entry.mode)) for path, entry in self._under(folder).items())
        return {path: kind for path, kind in found if kind}

    def _fetch(self, path: str, entry: Entry) -> None:
        """Read a file, and with it all others of a folder that was listed: one process of git instead of hundreds."""
        folder = next((folder for folder in self._listed if path.startswith(f"{folder}/")), None)
        beside = self._listed[folder].values() if folder else (entry,)
        wanted = list({one.blob for one in beside if one.mode in FILES} - self._bytes.keys())
        self._bytes |= dict(zip(wanted, blobs(self._root, wanted), strict=True))

    def _entry(self, path: str) -> Entry | None:
        folder = next((folder for folder in self._listed if path.startswith(f"{folder}/")), None)
        known = self._listed[folder] if folder else self._single
        if folder is None and path not in known:
            self._single[path] = dict(self._ls(path)).get(path)
        return known.get(path)

    @cached_property
    def _single(self) -> dict[str, Entry | None]:
        return {}

    def _under(self, folder: str) -> Mapping[str, Entry]:
        if folder not in self._listed:
            self._listed[folder] = dict(self._ls(*self._asked(folder), deep=True))
        return self._listed[folder]

    def _asked(self, folder: str) -> list[str]:
        """The folder, or (if what to leave out lies right in it) all that stands in it beside that."""
        if self._without.rpartition("/")[0] != folder:
            return [f"{folder}/"]
        found = [path for path, _ in self._ls(f"{folder}/") if path != self._without]
        return found or [f"{folder}/"]

    def _ls(self, *names: str, deep: bool = False) -> Iterable[tuple[str, Entry]]:
        reader = reader_of(self._root) if len(names) <= MANY and not deep else None
        if reader and not any(name.endswith("/") for name in names):
            found = ((name, reader.entry(self._commit, name)) for name in names)
            return [(name, entry) for name, entry in found if entry]
        words = ("--literal-pathspecs", "ls-tree", "-z", "--full-tree", *(["-r"] if deep else []))
        told = git_text(self._root, *words, self._commit, "--", *names)
        return (entry_of(line) for line in told.split("\0") if line)


def _hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
