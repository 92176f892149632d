"""What killed and failed publications left, removed."""

from __future__ import annotations

import shutil
from pathlib import Path

from congbo.deploy.manifest import NAME
from congbo.deploy.places import Places, names


def tidy(where: Places) -> None:
    """Remove what a killed publication left: releases that were never complete, and such as were being removed."""
    for name in names(where.root):
        if name.startswith("draft-"):
            discard(where, name.removeprefix("draft-"))
        elif name.startswith((".", "gone-", "work-")) or (name.isdigit() and not (where.root / name / NAME).is_file()):
            _remove(where.root / name)
    for folder in ("live", "proofs", "views"):
        for name in names(where.root / folder):
            if name.startswith("."):
                _remove(where.root / folder / name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def discard(where: Places, name: str) -> None:
    """Remove everything of a draft that did not become a release; of one that did only what it worked with.

    Its folder goes last: as long as it is there, the next run knows that the rest is to be removed.
    """
    shutil.rmtree(where.work(name), ignore_errors=True)
    if _became_one(where, name):
        return
    where.note(name).unlink(missing_ok=True)
    shutil.rmtree(where.objects / name, ignore_errors=True)
    shutil.rmtree(where.draft(name), ignore_errors=True)


def take_away(where: Places, name: str) -> None:
    """Remove a complete release; the directories that it shares stay where they are."""
    gone = where.root / f"gone-{name}"
    where.release(name).rename(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _became_one(where: Places, name: str) -> bool:
    return not where.draft(name).is_dir() and (where.release(name) / NAME).is_file()
