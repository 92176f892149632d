"""Releases of a local target: each in its own folder; ``public`` is a symbolic link that is replaced in one step."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congbo.deploy.manifest import NAME
from congbo.errors import REFUSED, refuse
from congbo.place import Place

KEPT = 3


@contextmanager
def release_folder(root: Path) -> Iterator[Path]:
    """Give a new empty release folder under the repository's ``.congbo/releases``; it is removed if the block fails.

    Raises CongboError if another publication is running or the folder cannot be written.
    """
    releases = root / ".congbo" / "releases"
    try:
        releases.mkdir(parents=True, exist_ok=True)
        with _locked(releases):
            _remove_unfinished(releases)
            folder = releases / _next_name(releases)
            folder.mkdir()
            try:
                yield folder
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
    except OSError as error:
        raise refuse("publish.write", path=error.filename or releases, detail=error.strerror or str(error)) from error


def refuse_folder(link: Path) -> None:
    """Refuse a target that is a folder of its own, before anything is built for it."""
    if link.exists() and not link.is_symlink():
        raise refuse("publish.not_a_link", Place(str(link)), REFUSED, path=link)


def swap(link: Path, folder: Path) -> None:
    """Let ``link`` lead to ``folder`` from one moment to the next. Raises CongboError if it is a folder of its own."""
    refuse_folder(link)
    beside = link.with_name(f".{link.name}.new")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(folder, link.parent))
    beside.replace(link)


def prune(folder: Path, link: Path) -> None:
    """Remove the oldest releases beside ``folder``; the newest KEPT and the one that ``link`` leads to stay."""
    live = link.resolve()
    releases = sorted((f for f in folder.parent.iterdir() if f.is_dir()), key=lambda f: f.name)
    for old in releases[:-KEPT]:
        if old.resolve() != live:
            shutil.rmtree(old, ignore_errors=True)


def _remove_unfinished(releases: Path) -> None:
    """Remove what a killed publication left: the manifest is written last, so a release without one was never shown."""
    for folder in releases.iterdir():
        if folder.name.isdigit() and not (folder / NAME).is_file():
            shutil.rmtree(folder, ignore_errors=True)


def _next_name(releases: Path) -> str:
    numbers = [int(f.name) for f in releases.iterdir() if f.name.isdigit()]
    return f"{max(numbers, default=0) + 1:08d}"


@contextmanager
def _locked(releases: Path) -> Iterator[None]:
    with (releases / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise refuse("publish.locked") from error
        yield
