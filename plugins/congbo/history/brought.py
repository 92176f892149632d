"""What a commit brought into a folder beside what its first parent had."""

from __future__ import annotations

from pathlib import Path

from congbo.history.running import git_text


def brought(root: Path, commit: str, folder: str) -> tuple[str, ...]:
    """Return the files that a commit added below a folder, sorted; for a first commit all of them. Raises CongboError."""
    words = (
        "diff-tree",
        "--root",
        "-r",
        "-m",
        "--first-parent",
        "--no-commit-id",
        "--name-only",
        "--diff-filter=A",
        "-z",
    )
    told = git_text(root, *words, "--no-renames", commit, "--", f"{folder}/")
    return tuple(sorted(path for path in told.split("\0") if path))
