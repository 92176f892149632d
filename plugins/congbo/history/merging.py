"""A merge worked out again, without a working folder: what the two parents make by themselves, and what differs from it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from congbo.history.commits import commit_id, refuse_shallow
from congbo.history.digests import touched_paths
from congbo.history.model import Touched
from congbo.history.running import git_text

# Git's own defaults: what a person or a machine sets otherwise must not make another tree of the same two parents.
_DEFAULTS = {
    "merge.renames": "true",
    "merge.directoryRenames": "conflict",
    "merge.renormalize": "false",
    "merge.renameLimit": "7000",
    "merge.conflictStyle": "merge",
    "diff.renames": "true",
    "core.attributesFile": "/dev/null",
}


def merged_tree(root: Path, ours: str, theirs: str) -> str | None:
    """Return the id of the tree that ``git merge-tree --write-tree`` makes of two commits; None if they conflict.

    Attributes of the working folder (merge drivers) have no say. Raises CongboError for unknown or unrelated commits.
    """
    refuse_shallow(root)
    ids = commit_id(root, ours), commit_id(root, theirs)
    settings = [word for key, value in _DEFAULTS.items() for word in ("-c", f"{key}={value}")]
    with tempfile.TemporaryDirectory(prefix="congbo-") as empty:
        own = _without_attributes(root, Path(empty))
        told = git_text(
            root,
            *settings,
            "merge-tree",
            "--write-tree",
            "--no-messages",
            *ids,
            nothing=1,
            more=own,
            within=Path(empty),
        )
    return told.strip() or None


def difference(root: Path, tree_a: str, tree_b: str) -> tuple[Touched, ...]:
    """Return the paths in which two trees (or commits) differ."""
    return touched_paths(root, tree_a, tree_b, "")


def _without_attributes(root: Path, empty: Path) -> dict[str, str]:
    """Let git look for .gitattributes in an empty folder (it must run there as well), and newer git in an empty tree."""
    folder = git_text(root, "rev-parse", "--absolute-git-dir").strip("\n")
    nothing = git_text(root, "hash-object", "-t", "tree", "--stdin").strip()
    return {
        "GIT_DIR": folder,
        "GIT_WORK_TREE": str(empty),
        "GIT_INDEX_FILE": str(empty / "index"),
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_ATTR_SOURCE": nothing,
    }
