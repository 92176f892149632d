"""Where a repository is and what it stands at, by one call of git: enough to know whether stored facts still hold."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from congbo.history import repository_root
from congbo.history.running import git_text
from congbo.tree import LINK, PROGRAM, SUBMODULE

# Git's mode of what is no plain file.
ODD = {"120000": LINK, "160000": SUBMODULE, "100755": PROGRAM}


class Position(Struct, frozen=True):
    """A repository's top folder, its git folder and the commit that the working folder is based on."""

    top: Path
    git_folder: Path
    commit: str


def position(start: Path) -> Position | None:
    """Return the position, or None where git does not know one: ``repository`` then says why, in a sentence."""
    words = ["git", "rev-parse", "--show-toplevel", "--absolute-git-dir", "HEAD^{commit}"]
    try:
        asked = subprocess.run(words, cwd=start, capture_output=True, text=True, check=False)
    except OSError:
        return None
    lines = asked.stdout.split("\n")
    if asked.returncode or len(lines) != 4:
        return None
    return Position(Path(lines[0]), Path(lines[1]), lines[2])


def top_of(start: Path) -> Path:
    """Return the top folder of the repository that ``start`` lies in, of a bare one its git folder.

    Raises CongboError if there is none.
    """
    if is_bare(start):
        return start
    known = position(start)
    return known.top if known else repository_root(start)


def is_bare(folder: Path) -> bool:
    """Tell whether a folder is a bare repository, by what lies in it."""
    return (folder / "HEAD").is_file() and (folder / "objects").is_dir() and (folder / "refs").is_dir()


def git_folder(top: Path) -> Path:
    """Return the git folder of a repository, of which the top folder is known; a bare repository is its own.

    Raises CongboError if git does not know it.
    """
    if (top / ".git").is_dir():
        return top / ".git"
    if is_bare(top):
        return top
    return Path(git_text(top, "rev-parse", "--absolute-git-dir").strip("\n"))


def odd_entries(top: Path) -> Mapping[str, str]:
    """Return what the index keeps in ``content`` and ``policies`` as no plain file: path -> kind, as ``Tree.odd`` has it."""
    words = ["git", "ls-files", "--stage", "-z", "--", "content", "policies"]
    try:
        asked = subprocess.run(words, cwd=top, capture_output=True, check=False)
    except OSError:
        return {}
    lines = (line.partition("\t") for line in asked.stdout.decode("utf-8", "surrogateescape").split("\0") if line)
    return {path: ODD[mode] for facts, _, path in lines if (mode := facts[:6]) in ODD}
