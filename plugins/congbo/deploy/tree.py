"""Directories of a release made from those of the release before: what did not change is linked, not copied.

A directory in which something changed is made anew, and so are those above it. Its unchanged files are hard links, its
unchanged directories symbolic links to where they lie below ``objects``. A link never leads through another one there:
however many releases follow each other, a path has at most one link for each of its directories.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from congbo.deploy.places import names


def write(path: str, data: bytes) -> None:
    """Write a new file, and the folders above it if need be. Raises OSError if it cannot, or if one is there."""
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120  # Path costs as much as the writing
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        written = os.write(opened, data)
        while written < len(data):
            written += os.write(opened, data[written:])
    finally:
        os.close(opened)


def inherit(old: Path, new: Path, objects: Path, leave: Iterable[str]) -> None:
    """Let the directory ``new`` have what ``old`` holds, apart from what it has by now and from the names in ``leave``.

    ``old`` is where a directory lies, not a link to it. Nothing is made if nothing is left of it.
    """
    own = set(names(new))
    without = own | set(leave)
    with os.scandir(old) as found:
        kept = [entry for entry in found if entry.name not in without]
    if not kept:
        return
    new.mkdir(parents=True, exist_ok=True)
    source, target = _opened(old), _opened(new)
    prefix = os.path.relpath(old, objects)
    up = "../" * (prefix.count("/") + 1) if old.is_relative_to(objects) else ""
    try:
        for entry in kept:
            if entry.is_dir(follow_symlinks=False):
                os.symlink(f"{up}{prefix}/{entry.name}", entry.name, dir_fd=target)
            else:
                _linked(entry.name, source, target)
    finally:
        os.close(source)
        os.close(target)


def lay(root: Path, made: Path) -> None:
    """Let the uppermost folder of a release lead to the directories that it made; if it made none, none is kept for them."""
    made_names = names(made)
    for name in made_names:
        (root / name).symlink_to(f"../{made.parent.name}/{made.name}/{name}")
    if not made_names:
        made.rmdir()


def clear(folder: Path, top: Path) -> None:
    """Remove the files and links of a directory, then it and those above it (up to ``top``) that are empty by then.

    Directories within stay: they may be parts of other releases.
    """
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in list(entries):
            if not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108  # thousands of names: Path costs more than the removal
    remove_empty(folder, top)


def remove_empty(folder: Path, top: Path) -> None:
    """Remove a directory and those above it, up to ``top``, as long as they are empty; one may have been removed before."""
    while folder != top:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                return
            raise
        folder = folder.parent


def is_shared(folder: Path) -> bool:
    """Tell whether a release is of this form; older programs made plain folders."""
    return not any(entry.is_dir(follow_symlinks=False) for entry in os.scandir(folder))


def _linked(name: str, source: int, target: int) -> None:
    """A symbolic link is linked like a file: it says the same in both places, which lie equally deep."""
    try:
        os.link(name, name, src_dir_fd=source, dst_dir_fd=target, follow_symlinks=False)
    except (OSError, NotImplementedError):  # no hard links here, or too many of this one
        _copied(name, source, target)


def _copied(name: str, source: int, target: int) -> None:
    try:
        os.symlink(os.readlink(name, dir_fd=source), name, dir_fd=target)
    except OSError:
        opened = os.open(name, os.O_RDONLY, dir_fd=source)
        made = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666, dir_fd=target)
        with open(opened, "rb") as old, open(made, "wb") as new:  # noqa: PTH123
            shutil.copyfileobj(old, new)


def _opened(folder: Path) -> int:
    return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
