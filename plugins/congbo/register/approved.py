"""What approved a commit: the changes whose records it brought along."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from congbo.history.brought import brought
from congbo.signed.folder import APPROVALS

_DEPTH = APPROVALS.count("/") + 4  # below it year, month and change


def approved_by(root: Path, commit: str) -> Mapping[str, str]:
    """Return change-id -> the folder of its records, of the changes that a commit merged; none for one that merged none.

    Raises CongboError if git cannot tell.
    """
    folders = {
        "/".join(path.split("/")[:_DEPTH]) for path in brought(root, commit, APPROVALS) if path.count("/") >= _DEPTH
    }
    return {folder.rpartition("/")[2]: folder for folder in sorted(folders)}
