"""A store that only its reader has written: what judges others' work must not believe what others could put there."""

from __future__ import annotations

import os
from pathlib import Path

from congbo.store.database import Store

FOLDER = "congbo/gate"
_OTHERS = 0o077 if hasattr(os, "geteuid") else 0


def own_store(git_folder: Path) -> Store:
    """Return the store of the gate in a git folder, or one that keeps nothing where somebody else could write it.

    It is a folder that this process' user made for itself alone; who publishes runs as another user (ADR 18).
    """
    folder = git_folder / FOLDER
    try:
        folder.parent.mkdir(exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        ours = not folder.stat().st_mode & _OTHERS and all(is_own(one) for one in (folder, *folder.iterdir()))
    except OSError:
        ours = False
    return Store(folder / "facts.sqlite" if ours else None)


def is_own(file: Path) -> bool:
    """Tell whether a file or folder is this user's, and no link. On a system without users it is."""
    return not file.is_symlink() and (not hasattr(os, "geteuid") or file.lstat().st_uid == os.geteuid())
