"""Trees of files by value, and the real policies of this repository."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy import Policy, load_policy
from congbo.tree import LINK, FolderTree

ROOT = Path(__file__).parents[2]


class ValueTree:
    """A tree whose files are given as a mapping from path to bytes."""

    def __init__(self, files: Mapping[str, bytes], odd: Mapping[str, str] | None = None) -> None:
        self.files = dict(files)
        self._odd = dict(odd or {})

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted."""
        return sorted(path for path in self.files if path.startswith(f"{folder}/"))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if there is no such file."""
        if path not in self.files:
            raise refuse("tree.unreadable", Place(path), detail="không có tệp")
        if self._odd.get(path) == LINK:
            raise refuse("tree.symbolic_link", Place(path))
        return self.files[path]

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""
        return path in self.files and self._odd.get(path) != LINK

    def odd(self, folder: str) -> Mapping[str, str]:
        """Return what is no plain file under ``folder``."""
        return {path: kind for path, kind in self._odd.items() if path.startswith(f"{folder}/")}


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
