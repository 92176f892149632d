"""Trees of files by value, and the real policies of this repository."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree

ROOT = Path(__file__).parents[2]


class ValueTree:
    """A tree whose files are given as a mapping from path to bytes."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted."""
        return sorted(path for path in self.files if path.startswith(f"{folder}/"))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if there is no such file."""
        if path not in self.files:
            raise refuse("tree.unreadable", Place(path), detail="không có tệp")
        return self.files[path]

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""
        return path in self.files


@cache
def real_policies() -> Mapping[str, bytes]:
    """Return the files of this repository's ``policies/``, read once."""
    tree = FolderTree(ROOT)
    return {path: tree.read(path) for path in tree.paths("policies") if path.endswith(".yml")}


@cache
def real_policy() -> Policy:
    """Return this repository's policy, loaded once."""
    return load_policy(ValueTree(real_policies()))


def edited_policies(edits: Mapping[str, bytes], without: Iterable[str] = ()) -> ValueTree:
    """Return the real policies with some files replaced, added or left out."""
    left_out = set(without)
    return ValueTree({path: data for path, data in (real_policies() | edits).items() if path not in left_out})
