"""The forms that some files had on the branch, read from git itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from congbo.history.model import FileHistory, Version
from congbo.history.objects import blobs


def versions(root: Path, files: Mapping[str, FileHistory]) -> Mapping[str, tuple[Version, ...]]:
    """Return path -> every form that the file had since it first stood on the branch, oldest first, under all its paths.

    One process of git reads them all. Raises CongboError for one that git lacks.
    """
    wanted = [
        (path, when, name, blob)
        for path, known in files.items()
        for when, (name, blob) in zip(known.changes, known.forms, strict=True)
        if name in (path, *known.earlier_paths)
    ]
    found: dict[str, list[Version]] = defaultdict(list)
    for (path, when, name, _), data in zip(wanted, blobs(root, (one[3] for one in wanted)), strict=True):
        found[path].append(Version(when, name, data))
    return {path: tuple(forms) for path, forms in found.items()}
