"""A bad file: where it lies, its bytes, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from support.bad.good import PATH


@dataclass(frozen=True)
class BadFile:
    """One file that has to be refused.

    ``line``: of the finding (None: any). ``key``: the locale key of its sentence, and after ``/`` that of what was wanted.
    ``beside``: further files, by path. ``path``: the file that the finding is about; ``page``: the file that is written if
    it is another one.
    """

    name: str
    data: bytes
    line: int | None
    key: str
    path: str = PATH
    beside: Mapping[str, bytes] = field(default_factory=dict)
