"""A bad file: where it lies, its bytes, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from support.bad.good import PATH


@dataclass(frozen=True)
class BadFile:
    """One file that has to be refused.

    ``line``: of the finding; 0 where it is about the file as a whole. ``key``: the locale key of its sentence, and after
    ``/`` that of what was wanted. ``path``: the file that the finding is about. ``beside``: further files, by path; where
    there are any, ``data`` is the page that they belong to.
    """

    name: str
    data: bytes
    line: int
    key: str
    path: str = PATH
    beside: Mapping[str, bytes] = field(default_factory=dict)
