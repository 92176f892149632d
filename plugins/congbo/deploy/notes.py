"""What is told of a release beside it: that it is the very one that was finished here, and what it superseded."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path

from congbo.deploy.manifest import NAME, Manifest
from congbo.deploy.places import Places, read_json, write_json
from congbo.deploy.tree import is_shared


@dataclass(frozen=True)
class Note:
    """``inode``: the number of the release's folder, which a copy of it does not have; ``manifest``: its manifest's digest.

    ``superseded``: directories below ``objects`` that the release before led to and this one does not; ``*``: all of them.
    """

    inode: int = 0
    manifest: str = ""
    superseded: tuple[str, ...] = field(default=())

    @classmethod
    def sealed(cls, folder: Path, data: bytes, superseded: list[str]) -> Note:
        """Return the note of a folder with a manifest of these bytes."""
        return cls(folder.stat().st_ino, sha256(data).hexdigest(), tuple(superseded))

    @classmethod
    def read(cls, file: Path) -> Note | None:
        """Return a note, None if there is none or it was damaged."""
        known = read_json(file)
        try:
            return cls(int(known["inode"]), str(known["manifest"]), tuple(map(str, known["superseded"])))
        except (KeyError, TypeError, ValueError):
            return None

    def write(self, file: Path) -> None:
        """Keep the note."""
        write_json(file, asdict(self))


def last_release(where: Places) -> tuple[str, Manifest] | None:
    """Return the newest complete release, None if there is none that another may be built upon.

    A release that was copied here, half or whole, that an older program made or whose manifest was damaged is none.
    """
    for name in reversed(where.complete()):
        folder, note = where.release(name), Note.read(where.note(name))
        if note is None or note.inode != folder.stat().st_ino or not is_shared(folder):
            return None
        data = (folder / NAME).read_bytes()
        if sha256(data).hexdigest() != note.manifest:
            return None
        return name, Manifest(data)
    return None
