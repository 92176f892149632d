"""What lies between two moments of a repository: where they parted, and which files differ."""

from __future__ import annotations

from pathlib import Path

from congbo.history.commits import refuse_shallow
from congbo.history.running import git_text


def merge_base(root: Path, base: str, head: str) -> str:
    """Return the newest commit that both commits grew from, or an empty text if there is none.

    Raises CongboError for a shallow clone, whose history may end before that commit.
    """
    refuse_shallow(root)
    return git_text(root, "merge-base", base, head, nothing=1).partition("\n")[0]


def changed_paths(root: Path, since: str) -> frozenset[str]:
    """Return the paths that the working folder holds otherwise than a commit: added, changed or deleted.

    A moved file counts as one deleted and one added; a file that git does not know yet counts, unless it is ignored.
    """
    told = git_text(root, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", since, "--")
    unknown = git_text(root, "ls-files", "-z", "--others", "--exclude-standard", "--full-name")
    return _listed(told) | _listed(unknown)


def _listed(output: str) -> frozenset[str]:
    return frozenset(path for path in output.split("\0") if path)
