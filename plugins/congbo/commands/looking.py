"""The look at a working folder: what it holds otherwise than its commit, or what git does not know yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from congbo.history import repository_root
from congbo.history.quick import position
from congbo.history.running import git_meanwhile, git_text

_STATUS = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--")
_OURS = ("content", "policies", "theme", "pelicanconf.py")


class Look(NamedTuple):
    """The top folder of a repository, its git folder, the commit that it stands on ("" for none); ``dirty`` waits for git."""

    top: Path
    git_folder: Path
    commit: str
    dirty: Callable[[], frozenset[str]]


@contextmanager
def looking(start: Path) -> Iterator[Look]:
    """Let git look through the repository that a folder lies in while this block does something else.

    Git takes as long for fifty thousand files as Python takes to load what publishes them. Raises CongboError if there is no
    repository.
    """
    known = position(start)
    top = known.top if known else repository_root(start)
    git_folder = known.git_folder if known else Path(git_text(top, "rev-parse", "--absolute-git-dir").strip())
    with git_meanwhile(top, *_STATUS, *_OURS) as status:
        yield Look(top, git_folder, known.commit if known else "", lambda: _paths(status()))


def _paths(status: bytes) -> frozenset[str]:
    return frozenset(entry[3:] for entry in status.decode("utf-8", "surrogateescape").split("\0") if entry)
