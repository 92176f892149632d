"""Whether a commit continues another one."""

from __future__ import annotations

from pathlib import Path

from congbo.errors import CongboError
from congbo.history.running import git_bytes


def descends(root: Path, old: str, new: str) -> bool:
    """Tell whether the commit ``new`` grew from ``old``; of a commit that the repository does not have nothing grew."""
    try:
        git_bytes(root, "merge-base", "--is-ancestor", old, new)
    except CongboError:
        return False
    return True
