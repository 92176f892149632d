"""Where releases lie: ``.congbo/releases`` and the names in it.

``00000006/`` is a complete release: its manifest, its uppermost files, and links to directories below ``objects/``.
``objects/00000006/`` are the directories that this release made; later releases link to those that did not change.
``00000006.json`` says of the release what never is served: its seal, and which directories it superseded.
``draft-00000006/`` and ``work-00000006/`` belong to a release that is being written, ``gone-…`` to one that is being removed.
``views/``, ``live/`` and ``proofs/``: cuts of releases for one network, which links lead here, what was read back of each.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congbo.deploy.manifest import NAME
from congbo.errors import refuse

WIDTH = 8


@dataclass(frozen=True)
class Places:
    """The folder of a repository's (or publisher's) releases."""

    root: Path

    @property
    def objects(self) -> Path:
        """Return where the directories lie that releases share."""
        return self.root / "objects"

    def release(self, name: str) -> Path:
        """Return the folder of a release."""
        return self.root / name

    def draft(self, name: str) -> Path:
        """Return the folder that becomes a release."""
        return self.root / f"draft-{name}"

    def work(self, name: str) -> Path:
        """Return a folder for what a publication writes before it is a release."""
        return self.root / f"work-{name}"

    def note(self, name: str) -> Path:
        """Return the file that tells of a release what is not served."""
        return self.root / f"{name}.json"

    def proof(self, name: str, target: str) -> Path:
        """Return the file that tells what was read back of a release at a target."""
        return self.root / "proofs" / f"{name}.{target}.json"

    def journal(self, target: str) -> Path:
        """Return the file that tells when items were first seen at a target, a line for each proof."""
        return self.root / "proofs" / f"{target}.jsonl"

    def view(self, name: str, edition: str) -> Path:
        """Return the cut of a release for one network."""
        return self.root / "views" / f"{name}-{edition}"

    def complete(self) -> list[str]:
        """Return the names of the releases that can be shown, oldest first."""
        return [name for name in names(self.root) if name.isdigit() and (self.root / name / NAME).is_file()]

    def next(self) -> str:
        """Return the name of the release to come: no number comes twice, not even that of a release that was removed."""
        told = (*names(self.root), *names(self.objects))
        numbers = [int(stem) for name in told if (stem := name.removesuffix(".json")).isdigit()]
        return f"{max(numbers, default=0) + 1:0{WIDTH}d}"


def places(home: Path) -> Places:
    """Return the places of the releases of ``home``: a repository's top folder, or a publisher's own."""
    return Places(home / ".congbo" / "releases")


def names(folder: Path) -> list[str]:
    """Return the names in a folder, sorted; nothing if it is not there."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as found:
        return sorted(entry.name for entry in found)
    return []


@contextmanager
def locked(where: Places) -> Iterator[None]:
    """Keep every other publication out. Raises CongboError if one is running."""
    where.root.mkdir(parents=True, exist_ok=True)
    with (where.root / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise refuse("publish.locked") from error
        yield


def read_json(file: Path) -> Mapping[str, Any]:
    """Return what a small file of ours says; nothing if it is missing or was damaged."""
    with suppress(OSError, ValueError):
        found = json.loads(file.read_text("utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def write_json(file: Path, document: Mapping[str, Any]) -> None:
    """Write a small file in one step: a reader finds the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    beside.replace(file)
