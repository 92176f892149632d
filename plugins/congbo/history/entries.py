"""What git lists of a commit: modes and blobs by path."""

from __future__ import annotations

from msgspec import Struct

FILES = ("100644", "100755")
LINK = "120000"
FOLDER = "040000"


class Entry(Struct, frozen=True):
    """One path of a commit: git's mode, six digits, and the id of its blob."""

    mode: str
    blob: str


def entry_of(line: str) -> tuple[str, Entry]:
    """Return path and entry of a line of ``git ls-tree``."""
    facts, _, path = line.partition("\t")
    mode, _, blob = facts.split(" ")
    return path, Entry(mode, blob)
