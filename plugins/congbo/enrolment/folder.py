"""Files that are written together: read as policies before anything is written, and then all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from congbo.errors import refuse
from congbo.place import Place
from congbo.policy import Policy, load_policy
from congbo.tree import FolderTree

KEYS, PEOPLE = "policies/keys/allowed_signers", "policies/keys/people.yml"


class Proposed:
    """The files of a folder as they would be with some of them replaced or added."""

    def __init__(self, tree: FolderTree, files: Mapping[str, bytes]) -> None:
        self._tree = tree
        self._files = files
        self.odd = tree.odd

    def paths(self, folder: str) -> list[str]:
        """Return the files under ``folder``, sorted."""
        new = {path for path in self._files if path.startswith(f"{folder}/")}
        return sorted(new | set(self._tree.paths(folder)))

    def read(self, path: str) -> bytes:
        """Return a file's bytes. Raises CongboError if it cannot be read."""
        return self._files[path] if path in self._files else self._tree.read(path)

    def has(self, path: str) -> bool:
        """Tell whether the file exists."""
        return path in self._files or self._tree.has(path)


def text_of(top: Path, path: str) -> str:
    """Return a file of the working folder as it is, "" if it is not there. Raises CongboError for a link."""
    tree = FolderTree(top)
    return tree.read(path).decode() if os.path.lexists(top / path) else ""


def proposed(top: Path, files: Mapping[str, str]) -> Policy:
    """Return the policies as they would be. Raises CongboError, at the line, for what nobody could load."""
    return load_policy(Proposed(FolderTree(top), {path: text.encode() for path, text in files.items()}))


def replace_all(top: Path, files: Mapping[str, str]) -> None:
    """Write the files, each in one step, once all of them lie ready. Raises CongboError if the disk refuses."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, text in files.items():
            ready.append((_beside(top / path, text.encode()), top / path))
        for beside, file in ready:
            beside.replace(file)
    except OSError as error:
        raise refuse("keys.write_failed", Place(min(files)), detail=error) from error
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)


def _beside(file: Path, data: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".congbo-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside = Path(name)
    beside.chmod(file.stat().st_mode & 0o7777 if file.exists() else 0o644)
    return beside
