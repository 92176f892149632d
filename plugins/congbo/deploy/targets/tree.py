"""A site as a tree of folders, each named by the digest of its path and of what is in it: what did not change has its name.

On the server a folder's object holds its files and, for each folder in it, a link to that folder's object (``../<digest>``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from congbo.deploy.manifest import NAME
from congbo.deploy.targets.contents import Contents

LENGTH = 40  # letters of a digest

# Name -> the digest of a file, or what is in a folder.
Tree: TypeAlias = "dict[str, str | Tree]"


@dataclass(frozen=True)
class Folder:
    """One folder: its name on the server, its path in the site, its files (name -> sha256) and folders (name -> digest)."""

    digest: str
    path: str
    files: Mapping[str, str]
    folders: Mapping[str, str]


def tree_of(contents: Contents) -> Tree:
    """Return a site as folders in folders; the manifest is among its files."""
    top: Tree = {}
    for path, one in contents.files.items():
        *names, last = path.split("/")
        here = top
        for name in names:
            within = here.setdefault(name, {})
            assert isinstance(within, dict), "a release has no file and folder of one name"  # noqa: S101
            here = within
        here[last] = one.sha256
    top[NAME] = hashlib.sha256(contents.manifest).hexdigest()
    return top


class Naming:
    """Names folders, each once. ``salt``: what besides path and bytes makes them others, such as packed forms in them."""

    def __init__(self, salt: str) -> None:
        self._salt = salt
        self._known: dict[str, Folder] = {}

    def folder(self, tree: Tree, path: str = "") -> Folder:
        """Return a folder with its name and those of the folders in it."""
        if path not in self._known:
            files = {name: one for name, one in tree.items() if isinstance(one, str)}
            within = {name: one for name, one in tree.items() if isinstance(one, dict)}
            folders = {name: self.folder(one, f"{path}{name}/").digest for name, one in within.items()}
            self._known[path] = Folder(self._digest(path, files, folders), path, files, folders)
        return self._known[path]

    def _digest(self, path: str, files: Mapping[str, str], folders: Mapping[str, str]) -> str:
        rows = (
            *(f"f {sha} {name}" for name, sha in files.items()),
            *(f"d {sha} {name}" for name, sha in folders.items()),
        )
        return hashlib.sha256("\n".join((self._salt, path, *sorted(rows))).encode()).hexdigest()[:LENGTH]


def differing(tree: Tree, other: Tree | None, path: str = "") -> Iterator[tuple[str, Tree, Tree | None]]:
    """Yield (path, folder, what ``other`` has there) of each folder that is not the same in both.

    What lies within comes before what it lies in, the top last.
    """
    if tree == other:
        return
    for name, within in tree.items():
        if isinstance(within, dict):
            there = other.get(name) if other else None
            yield from differing(within, there if isinstance(there, dict) else None, f"{path}{name}/")
    yield path, tree, other
