"""Releases that are no longer kept, removed with what only they needed.

Every release tells which directories it superseded. Such a directory was made by a release a and superseded by a release b:
those from a to b - 1 led to it, no other, so it goes when none of these is kept. The whole tree is looked at only when
something is not as it should be.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from congbo.deploy.live import in_use
from congbo.deploy.notes import Note
from congbo.deploy.places import Places, names
from congbo.deploy.sweep import sweep
from congbo.deploy.tidy import take_away
from congbo.deploy.tree import clear, is_shared
from congbo.frozen import replace

KEPT = 3


def prune(where: Places, *, whole: bool = False) -> None:
    """Remove all releases but the newest KEPT and those that links lead to. ``whole``: look at every directory.

    What cannot be removed now is removed another time: the new release is live already.
    """
    with suppress(OSError):
        kept = _kept(where)
        for name in where.complete():
            if name not in kept:
                take_away(where, name)
        _beside(where, kept)
        if whole or _unexpected(where, kept):
            sweep(where, kept)
        for name in sorted(_noted(where)):
            _superseded(where, name, kept)


def _kept(where: Places) -> set[str]:
    known = where.complete()
    return set(known[-KEPT:]) | (in_use(where) & set(known))


def _beside(where: Places, kept: set[str]) -> None:
    """Remove views and proofs of releases that are gone."""
    for name in names(where.root / "views"):
        if name.partition("-")[0] not in kept:
            shutil.rmtree(where.root / "views" / name, ignore_errors=True)
    for name in names(where.root / "proofs"):
        if name.endswith(".json") and name.partition(".")[0] not in kept:
            (where.root / "proofs" / name).unlink(missing_ok=True)


def _unexpected(where: Places, kept: set[str]) -> bool:
    """A release of this form without its note, or directories of a release that never was complete."""
    noted, newest = _noted(where), max(kept, default="")
    if any(name not in noted and is_shared(where.release(name)) for name in kept):
        return True
    return any(name > newest for name in names(where.objects))


def _noted(where: Places) -> set[str]:
    return {stem for name in names(where.root) if (stem := name.removesuffix(".json")).isdigit() and stem != name}


def _superseded(where: Places, name: str, kept: set[str]) -> None:
    """Remove what a release superseded as far as nobody needs it, and its note when there is nothing more to tell."""
    note = Note.read(where.note(name))
    if note is None:
        return
    left = tuple(one for one in note.superseded if not _removed(where, one, name, kept))
    if not left and name not in kept:
        where.note(name).unlink(missing_ok=True)
    elif left != note.superseded:
        replace(note, superseded=left).write(where.note(name))


def _removed(where: Places, path: str, by: str, kept: set[str]) -> bool:
    made_by = "" if path == "*" else path.partition("/")[0]
    if any(made_by <= one < by for one in kept):
        return False
    for folder in _meant(where, path, by):
        clear(folder, where.objects)
    return True


def _meant(where: Places, path: str, by: str) -> Iterator[Path]:
    if path != "*":
        yield where.objects / path
        return
    for name in names(where.objects):
        if name < by:
            shutil.rmtree(where.objects / name)
