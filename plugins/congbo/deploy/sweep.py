"""Every directory looked at: those that no kept release leads to are removed. For when the notes do not tell all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from congbo.deploy.places import Places
from congbo.deploy.tree import clear


def sweep(where: Places, kept: Iterable[str]) -> None:
    """Remove what none of the kept releases leads to. Raises OSError."""
    needed: set[str] = set()
    for name in kept:
        _mark(where.release(name).resolve(), needed)
    for folder, _, _ in os.walk(where.objects.resolve(), topdown=False):
        if folder not in needed and folder != str(where.objects.resolve()):
            clear(Path(folder), where.objects.resolve())


def _mark(folder: Path, needed: set[str]) -> None:
    """Note every directory that a folder leads to, by the place where it lies."""
    left = [str(folder)]
    while left:
        here = left.pop()
        needed.add(here)
        with os.scandir(here) as entries:
            left += [lies for entry in entries if (lies := _lies(entry)) and lies not in needed]


def _lies(entry: os.DirEntry[str]) -> str:
    """Return where a directory lies that is there or that a link leads to; "" for what is none."""
    if entry.is_symlink():
        lies = os.path.realpath(entry.path)
        return lies if os.path.isdir(lies) else ""  # noqa: PTH112
    return entry.path if entry.is_dir() else ""
