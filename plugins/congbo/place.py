"""Where something stands in a file."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position: repository path with ``/``, line and column counted from 1 (0 = the file as a whole)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)
