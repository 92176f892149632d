"""The two things that are published: what a working folder holds, and a commit of a repository that has none."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from congbo.commands.looking import Look, looking
from congbo.commands.origin import CONTENT, SETTINGS, THEME, Origin
from congbo.history.batched import BatchTree
from congbo.history.files import write_files
from congbo.history.quick import odd_entries
from congbo.tree import FolderTree


def working_folder(start: Path) -> Origin:
    """Return the repository that a folder lies in, as it stands there. Raises CongboError if there is none."""
    with looking(start) as look:
        return looked_at(look)


def looked_at(look: Look) -> Origin:
    """Return the same, of a folder that is being looked through."""
    tree = FolderTree(look.top, lambda: odd_entries(look.top))
    return Origin(look.top, look.git_folder, look.commit, look.dirty(), tree, look.top)


@contextmanager
def of_commit(repository: Path, commit: str, branch: str) -> Iterator[Origin]:
    """Give a commit of a bare repository; only its theme is written into a folder, for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="congbo-") as folder:
        write_files(repository, commit, Path(folder), (THEME, SETTINGS))
        (Path(folder) / CONTENT).mkdir()  # Pelican wants to see it; what it reads is the commit's
        yield Origin(repository, repository, commit, frozenset(), BatchTree(repository, commit), Path(folder), branch)
