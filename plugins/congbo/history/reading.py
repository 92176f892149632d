"""Objects asked of one process of git: a hook asks for dozens, and to start git takes longer than to answer.

Only for who says so with ``one_process``, in the thread and the process that said it; all others start git as they need it.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from congbo.errors import refuse
from congbo.history.entries import FOLDER, LINK, Entry
from congbo.history.running import environment, unable
from congbo.place import Place

MANY = 64  # questions at a time from which a process of their own, that need not wait for each answer, is faster


class Found(NamedTuple):
    """An object: its id, its kind ("blob", "tree", "commit", "tag") and its bytes."""

    id: str
    kind: str
    data: bytes


class Reader:
    """A process of git that answers with objects; it is started at the first question."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._git: subprocess.Popen[bytes] | None = None
        self._folder = lru_cache(maxsize=512)(self._read_folder)
        self.process = os.getpid()

    def object(self, name: str) -> Found | None:
        """Return what a name of git means (an id, ``commit:path``, ``id^{commit}``); None if there is no such object.

        Raises CongboError for a name that git cannot be asked for, and if git ended.
        """
        if "\n" in name:
            raise self._failed(name)
        git = self._git or self._started()
        assert git.stdin is not None and git.stdout is not None  # noqa: S101  # for the reader of types: they are pipes
        try:
            git.stdin.write(f"{name}\n".encode("utf-8", "surrogateescape"))
            git.stdin.flush()
        except OSError:
            raise self._failed(name) from None
        words = git.stdout.readline().split()
        if words[-1:] == [b"missing"]:
            return None
        if len(words) != 3 or not words[2].isdigit():
            raise self._failed(name)
        data = git.stdout.read(int(words[2]))
        if git.stdout.read(1) != b"\n":
            raise self._failed(name)
        return Found(words[0].decode(), words[1].decode(), data)

    def entry(self, commit: str, path: str) -> Entry | None:
        """Return what stands at a path of a commit or tree (its full id), as ``git ls-tree`` says it; None: nothing."""
        *folders, name = path.split("/")
        at: str | None = commit
        for folder in folders:
            above = self._folder(at).get(folder) if at else None
            at = above.blob if above and above.mode == FOLDER else None
        return self._folder(at).get(name) if at else None

    def folder(self, commit: str, path: str) -> Mapping[str, Entry]:
        """Return what lies right in a folder of a commit or tree, by name; nothing where there is no such folder."""
        entry = self.entry(commit, path)
        return self._folder(entry.blob) if entry and entry.mode == FOLDER else {}

    def close(self) -> None:
        """End the process."""
        if self._git is not None:
            self._git.communicate()
            self._git = None

    def _read_folder(self, name: str) -> Mapping[str, Entry]:
        found = self.object(f"{name}^{{tree}}")
        if found is None:
            raise self._failed(name)
        try:
            return dict(_entries(found.data, len(found.id) // 2))
        except ValueError:
            raise self._failed(name) from None

    def _started(self) -> subprocess.Popen[bytes]:
        words = ("git", "cat-file", "--batch")
        try:
            self._git = subprocess.Popen(
                words,
                cwd=self._root,
                env=environment(self._root, {}),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise unable(self._root, error) from error
        return self._git

    def _failed(self, name: str) -> Exception:
        return refuse("history.failed", Place(str(self._root)), detail=name)


def _entries(data: bytes, length: int) -> Iterator[tuple[str, Entry]]:
    """Yield name -> entry of a tree's bytes: mode, blank, name, NUL, id (``length`` bytes), one after the other."""
    at = 0
    while at < len(data):
        blank, end = data.index(b" ", at), data.index(b"\0", at)
        name = data[blank + 1 : end].decode("utf-8", "surrogateescape")
        yield name, Entry(_mode(int(data[at:blank], 8)), data[end + 1 : end + 1 + length].hex())
        at = end + 1 + length


def _mode(bits: int) -> str:
    """A mode as git shows it: of a file it knows only whether it is a program."""
    kind = bits & 0o170000
    if kind == 0o100000:
        return "100755" if bits & 0o100 else "100644"
    return {0o120000: LINK, 0o040000: FOLDER}.get(kind, "160000")


_OPENED: ContextVar[Mapping[Path, Reader]] = ContextVar("readers", default={})  # noqa: B039  # nobody writes into it


@contextmanager
def one_process(root: Path) -> Iterator[None]:
    """Let what is asked of a repository's objects within this block be asked of one process, which ends with it."""
    if reader_of(root):
        yield
        return
    reader = Reader(root)
    before = _OPENED.set({**_OPENED.get(), root: reader})
    try:
        yield
    finally:
        _OPENED.reset(before)
        reader.close()


def reader_of(root: Path) -> Reader | None:
    """Return the process that answers for a repository, None where there is none: no child of a process shares it."""
    found = _OPENED.get().get(root)
    return found if found and found.process == os.getpid() else None
