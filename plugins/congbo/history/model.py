"""Facts of git's history, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple, Protocol, runtime_checkable

from msgspec import Struct, field

# Git's mode of what is not there.
ZERO = "000000"


class Touched(NamedTuple):
    """One path that differs: git's modes (``000000``: not there) and the ids of its blobs, "" where it is not there."""

    path: str
    old_mode: str
    new_mode: str
    old_blob: str = ""
    new_blob: str = ""


class FileHistory(NamedTuple):
    """One file's past: first and last commit times, who contributed, and the paths it had before, oldest first.

    ``changes`` are the times of all its commits, the first and the last included, oldest first; ``forms`` are the path and
    the blob that each of these commits gave it.
    """

    first: datetime
    last: datetime
    contributors: tuple[str, ...]
    earlier_paths: tuple[str, ...] = ()
    changes: tuple[datetime, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()


class Version(NamedTuple):
    """One form that a file had on the branch: from when, under which path, and its bytes."""

    when: datetime
    path: str
    data: bytes


@runtime_checkable
class Ahead(Protocol):
    """Facts of files that are read when they are asked for, those of many sooner than of each."""

    def ahead(self, paths: Iterable[str]) -> None:
        """Look up the facts of files that will be asked for."""


class History(Struct, frozen=True):
    """Facts of one commit's history. ``commit`` is empty and ``files`` without entries where there is no repository."""

    commit: str = ""
    files: Mapping[str, FileHistory] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()

    def ahead(self, paths: Iterable[str]) -> None:
        """Say of which files the facts will be asked for."""
        if isinstance(self.files, Ahead):
            self.files.ahead(paths)

    def first_published(self, path: str) -> datetime | None:
        """Return when the file first stood on the branch (the commit's time, in Vietnam), or None for a new file."""
        known = self.files.get(path)
        return known.first if known else None

    def last_changed(self, path: str) -> datetime | None:
        """Return when the file last changed, or None for a new file."""
        known = self.files.get(path)
        return known.last if known else None

    def earlier_paths(self, path: str) -> tuple[str, ...]:
        """Return the paths that the file had before, oldest first."""
        known = self.files.get(path)
        return known.earlier_paths if known else ()
