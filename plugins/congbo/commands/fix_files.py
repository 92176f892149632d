"""The files that ``congbo fix`` looks at: plain text files of the content and the policies; read, mended, written back."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from congbo.errors import refuse
from congbo.message import Message, say
from congbo.place import Place
from congbo.strict.bytes import MAX_BYTES
from congbo.text.mend import Mended, mend
from congbo.tree import FolderTree

FOLDERS = ("content", "policies")
KINDS = (".md", ".csv", ".txt", ".json", ".geojson", ".ics", ".yml")
# Spreadsheets look for the mark in front of a table, and the rules of these two forms ask for CR LF at the line's end.
TABLES = (".csv", ".ics")


@dataclass(frozen=True)
class Looked:
    """A file, what it holds, and what becomes of it (None: it cannot be mended, ``problem`` says why)."""

    path: str
    data: bytes
    mended: Mended | None
    problem: Message | None = None

    @property
    def changed(self) -> bool:
        """Tell whether there is something to write."""
        return self.mended is not None and self.mended.changed

    @property
    def left(self) -> bool:
        """Tell whether something remains that a person must mend."""
        return self.mended is None or bool(self.mended.lost)


def chosen(top: Path, root: Path, paths: Sequence[str]) -> list[str]:
    """Return the repository paths of the files asked for; without ``paths`` all of them.

    Raises CongboError for what names nothing, lies elsewhere, leads elsewhere or is no text.
    """
    asked = [_inside(top, root, path) for path in paths] or [*FOLDERS]
    return sorted({file for path in asked for file in _files(top, path)})


def look(top: Path, path: str) -> Looked:
    """Return a file as it is and as it should be."""
    data = FolderTree(top).read(path)
    if len(data) > MAX_BYTES:
        return Looked(path, data, None, say("text.too_large", size=len(data), limit=MAX_BYTES))
    mended = mend(data, table=path.endswith(TABLES))
    return Looked(path, data, mended, None if mended else _beyond(data))


def _beyond(data: bytes) -> Message:
    """Return why a text cannot be mended by a program."""
    nul = data.find(b"\0")
    return say("fix.unknown") if nul < 0 else say("fix.nul", line=data.count(b"\n", 0, nul) + 1)


def write(top: Path, one: Looked) -> None:
    """Replace a file in one step, its mode kept, if there is something to write.

    Raises CongboError, and leaves the old file untouched, if another program has changed it or the disk refuses.
    """
    if one.mended is None or not one.changed:
        return
    replace_file(top, one.path, one.data, one.mended.after.encode())


def replace_file(top: Path, path: str, before: bytes, after: bytes) -> None:
    """Replace a file in one step, its mode kept.

    Raises CongboError, and leaves the old file untouched, if another program has changed it or the disk refuses.
    """
    if FolderTree(top).read(path) != before:
        raise refuse("fix.changed_meanwhile", Place(path))
    try:
        _replace(top / path, after)
    except OSError as error:
        raise refuse("fix.write_failed", Place(path), detail=error) from error


def _replace(file: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".congbo-")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(file.stat().st_mode & 0o7777)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _inside(top: Path, root: Path, path: str) -> str:
    """Return the path from the repository's top, as it is written: links are not followed but refused."""
    if not path:
        raise refuse("command.empty_path")
    full = Path(os.path.normpath(Path.cwd() / root / path))
    home = next((base for base in (top, top.resolve()) if full.is_relative_to(base)), None)
    inside = full.relative_to(home).as_posix() if home else ""
    if inside == ".":
        return ""
    if inside.split("/")[0] not in FOLDERS:
        raise refuse("fix.outside", path=path)
    for part in (PurePosixPath(inside), *PurePosixPath(inside).parents):
        if _asked(top / part, Path.is_symlink):
            raise refuse("tree.symbolic_link", Place(part.as_posix()))
    return inside


def _files(top: Path, path: str) -> Iterator[str]:
    if not path:
        yield from (file for folder in FOLDERS for file in _files(top, folder))
    elif _asked(top / path, Path.is_dir):
        yield from (
            file for file in FolderTree(top).paths(path) if file.endswith(KINDS) and not (top / file).is_symlink()
        )
    elif not (top / path).exists():
        raise refuse("command.unknown_path", path=path)
    elif not path.endswith(KINDS):
        raise refuse("fix.not_text", path=path, known=KINDS)
    else:
        yield path


def _asked(path: Path, question: Callable[[Path], bool]) -> bool:
    try:
        return question(path)
    except OSError as error:  # a name too long for any file
        raise refuse("command.unknown_path", path=path.name) from error
