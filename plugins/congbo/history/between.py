"""What differs between two commits, and what some folders of a commit hold, told by one process of git each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from congbo.errors import CongboError
from congbo.history.entries import Entry, entry_of
from congbo.history.reading import Reader, reader_of
from congbo.history.running import git_text


def differing(root: Path, old: str, new: str, *names: str) -> frozenset[str] | None:
    """Return the paths below some names that differ between two commits, a moved file under both of its names.

    None where git no longer has the old commit. Raises CongboError if git fails otherwise.
    """
    words = ("--literal-pathspecs", "diff-tree", "-r", "-z", "--name-only", "--no-renames")
    if not _has(root, old):
        return None
    told = git_text(root, *words, old, new, "--", *names)
    return frozenset(path for path in told.split("\0") if path)


def _has(root: Path, commit: str) -> bool:
    reader = reader_of(root)
    if reader:
        return reader.object(f"{commit}^{{commit}}") is not None
    try:
        git_text(root, "cat-file", "-e", f"{commit}^{{commit}}")
    except CongboError:
        return False
    return True


def entries_at(root: Path, commit: str, *names: str) -> Mapping[str, Entry]:
    """Return what some names of a commit hold, one level deep (``policies/`` its files and folders), by path."""
    reader = reader_of(root)
    if reader:
        return {path: entry for name in names for path, entry in _entries(reader, commit, name)}
    told = git_text(root, "--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit, "--", *names)
    return dict(entry_of(line) for line in told.split("\0") if line)


def _entries(reader: Reader, commit: str, name: str) -> Iterator[tuple[str, Entry]]:
    if name.endswith("/"):
        yield from ((f"{name}{inside}", one) for inside, one in reader.folder(commit, name.rstrip("/")).items())
    elif entry := reader.entry(commit, name):
        yield name, entry
