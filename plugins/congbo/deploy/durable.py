"""What was written lies on the disk, not in memory alone: a power cut must not leave a release of empty files."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path


def settle(folder: Path) -> None:
    """Wait until everything that was written to the file system of a folder lies on its disk. Raises OSError if it does not.

    One call for the whole of it: asked file by file, sixty thousand files would take minutes.
    """
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(opened):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder lie on its disk: what was renamed, linked or removed there."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
