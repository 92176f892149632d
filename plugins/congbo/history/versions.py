"""The forms that some files had on the branch, read from git itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from congbo.history.model import FileHistory, Version
from congbo.history.objects import blobs
from congbo.history.replay import FORMAT, changes
from congbo.history.running import git_text


def versions(root: Path, commit: str, files: Mapping[str, FileHistory]) -> Mapping[str, tuple[Version, ...]]:
    """Return path -> every form that the file had since it first stood on the branch, oldest first, under all its paths."""
    if not files:
        return {}
    of = {name: path for path, known in files.items() for name in (*known.earlier_paths, path)}
    log = git_text(
        root, "log", "--first-parent", "--reverse", "-m", "--raw", "--no-abbrev", "--no-renames", "-z",
        f"--format={FORMAT}", commit, "--", *sorted(of),
    )  # fmt: skip
    found = [
        one for one in changes(log) if one.kind != "D" and one.path in of and one.when >= files[of[one.path]].first
    ]
    forms: dict[str, list[Version]] = defaultdict(list)
    for one, data in zip(found, blobs(root, (one.after for one in found)), strict=True):
        forms[of[one.path]].append(Version(one.when, one.path, data))
    return {path: tuple(every) for path, every in forms.items()}
