"""Facts of git's history; the only importer of git is ``repository``. Facts go out, never repository objects.

``repository`` is imported by who calls it: GitPython takes a tenth of a second, and a check whose facts are kept needs none.
"""

from __future__ import annotations

from pathlib import Path

from congbo.history.model import FileHistory, History

__all__ = ["FileHistory", "History", "checkout", "read_history", "repository_root"]


def read_history(root: Path, revision: str = "HEAD", folder: str = "content") -> History:
    """Return the facts of a revision's history: see ``repository.read_history``."""
    from congbo.history import repository

    return repository.read_history(root, revision, folder)


def checkout(root: Path, revision: str, folder: Path) -> None:
    """Write the files of a revision into an empty folder: see ``files.write_files``."""
    from congbo.history import files

    files.write_files(root, revision, folder)


def repository_root(start: Path) -> Path:
    """Return the top folder of the repository that ``start`` lies in: see ``repository.repository_root``."""
    from congbo.history import repository

    return repository.repository_root(start)
