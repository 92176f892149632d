"""The two things that are published: what a working folder holds, and a commit of a repository that has none."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congbo.commands.origin import CONTENT, SETTINGS, THEME, Origin
from congbo.history import repository_root
from congbo.history.batched import BatchTree
from congbo.history.files import write_files
from congbo.history.quick import odd_entries, position
from congbo.history.running import git_text
from congbo.tree import FolderTree


def working_folder(start: Path) -> Origin:
    """Return the repository that a folder lies in, as it stands there. Raises CongboError if there is none."""
    known = position(start)
    top = known.top if known else repository_root(start)
    git_folder = known.git_folder if known else Path(git_text(top, "rev-parse", "--absolute-git-dir").strip())
    tree = FolderTree(top, lambda: odd_entries(top))
    return Origin(top, git_folder, known.commit if known else "", _dirty(top), tree, top)


@contextmanager
def of_commit(repository: Path, commit: str, branch: str) -> Iterator[Origin]:
    """Give a commit of a bare repository; only its theme is written into a folder, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
        write_files(repository, commit, Path(folder), (THEME, SETTINGS))
        (Path(folder) / CONTENT).mkdir()  # Pelican wants to see it; what it reads is the commit's
        yield Origin(repository, repository, commit, frozenset(), BatchTree(repository, commit), Path(folder), branch)


def _dirty(top: Path) -> frozenset[str]:
    """What the folder holds otherwise than the commit, or what git does not know yet."""
    words = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--")
    told = git_text(top, *words, "content", "policies", "theme", "pelicanconf.py")
    return frozenset(entry[3:] for entry in told.split("\0") if entry)
