"""A release that is being written beside the live one: only what differs from the release before is written (ADR 16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, normpath

from congbo.deploy.durable import settle
from congbo.deploy.manifest import NAME, Entry, Manifest, ReleaseFacts, entry_of, manifest
from congbo.deploy.notes import Note, last_release
from congbo.deploy.places import Places, locked, places
from congbo.deploy.tidy import discard, tidy
from congbo.deploy.tree import inherit, lay, remove_empty, write
from congbo.errors import REFUSED, refuse
from congbo.place import Place


@dataclass(frozen=True)
class Release:
    """A complete release: its name (a number), its folder, and what differs in it from the one before (None: removed)."""

    name: str
    folder: Path
    manifest: Manifest
    changed: Mapping[str, Entry | None]


class Draft:
    """A release in the making. ``previous`` is the manifest of the newest complete one, None if it cannot be built upon."""

    def __init__(self, where: Places, name: str, previous: str | None, known: Manifest | None) -> None:
        self.where = where
        self.name = name
        self.previous = known
        self.before = where.release(previous) if previous else None
        self.changes: dict[str, Entry | None] = {}
        self._written: set[str] = set()
        self._folders = (str(where.draft(name)), str(where.objects / name))

    def put(self, path: str, data: bytes, source: str | None) -> None:
        """Let the release have a file of these bytes, the page of an item (its id) or of none (None)."""
        _refuse_outside(path)
        self._forget(path)
        old, new = self._before(path), entry_of(data, source)
        if old == new:
            return
        self.changes[path] = new
        if old is None or old.sha256 != new.sha256:
            write(self._file(path), data)
            self._written.add(path)

    def remove(self, path: str) -> None:
        """Let the release have no file of that path."""
        self._forget(path)
        if self._before(path):
            self.changes[path] = None

    def touched(self) -> Mapping[str, set[str]]:
        """Return every folder that has to be made anew, with the names that it does not inherit."""
        found: dict[str, set[str]] = defaultdict(set)
        for path, entry in self.changes.items():
            if entry is None or path in self._written:
                _climb(path, found)
        return found

    def folder(self, path: str) -> Path:
        """Return where the release makes one of its folders."""
        return self.where.objects / self.name / path if path else self.where.draft(self.name)

    def _before(self, path: str) -> Entry | None:
        return None if self.previous is None else self.previous.get(path)

    def _file(self, path: str) -> str:
        return f"{self._folders['/' in path]}/{path}"

    def _forget(self, path: str) -> None:
        """Take back what was said of a path before."""
        if self.changes.pop(path, None) and path in self._written:
            self._written.remove(path)
            self._unwrite(path)

    def _unwrite(self, path: str) -> None:
        """Remove a file again, and the folders that it alone was in: what is there is not inherited."""
        made = Path(self._file(path))
        made.unlink()
        if "/" in path:
            remove_empty(made.parent, self.where.objects / self.name)


@contextmanager
def draft(root: Path, *, anew: bool = False) -> Iterator[Draft]:
    """Give the draft of the next release of ``root``; nothing of it is left behind if the block fails before ``finish``.

    ``anew``: it shares nothing with the releases before. The lock is held until the block ends: there it swaps and prunes.
    Raises CongboError if another publication is running or the folder cannot be written.
    """
    where = places(root)
    try:
        with locked(where):
            yield from _drafted(where, anew=anew)
    except OSError as error:
        raise refuse("publish.write", path=error.filename or where.root, detail=error) from error


def _drafted(where: Places, *, anew: bool) -> Iterator[Draft]:
    tidy(where)
    name, last = where.next(), None if anew else last_release(where)
    made = Draft(where, name, *(last or (None, None)))
    where.draft(name).mkdir()
    try:
        (where.objects / name).mkdir(parents=True)
        yield made
    finally:
        discard(where, name)


def finish(draft: Draft, facts: ReleaseFacts) -> Release:
    """Complete a release: from its renaming on it is one, and all that it consists of lies on the disk. Raises OSError."""
    where, folder = draft.where, draft.folder("")
    superseded = _inherited(draft)
    lay(folder, where.objects / draft.name)
    data = _manifest(draft, facts)
    (folder / NAME).write_bytes(data)
    Note.sealed(folder, data, superseded).write(where.note(draft.name))
    settle(folder)
    done = where.release(draft.name)
    folder.rename(done)
    return Release(draft.name, done, Manifest(data), dict(draft.changes))


def _manifest(draft: Draft, facts: ReleaseFacts) -> bytes:
    if draft.previous is not None:
        return draft.previous.changed(facts, draft.changes)
    return manifest(facts, {path: entry for path, entry in draft.changes.items() if entry})


def _inherited(draft: Draft) -> list[str]:
    """Take over what did not change; return the directories below ``objects`` that this release no longer leads to."""
    if draft.before is None or draft.previous is None:
        return ["*"]
    objects, superseded = draft.where.objects.resolve(), []
    touched = {"": {NAME}, **draft.touched()}
    touched[""].add(NAME)
    lies = {"": draft.before.resolve()}
    for path in sorted(touched, key=_depth, reverse=True):
        old = _lies(path, lies)
        if old.is_dir() and (not path or old.is_relative_to(objects)):
            inherit(old, draft.folder(path), objects, touched[path])
            superseded += [old.relative_to(objects).as_posix()] if path else []
        elif draft.previous.below(f"{path}/"):
            raise refuse("publish.damaged", Place(str(draft.before / path)), REFUSED, release=draft.before.name)
    return superseded


def _lies(path: str, known: dict[str, Path]) -> Path:
    """Where a folder of the release before really lies; for each of thousands it is asked from the folder above it."""
    if path not in known:
        above, _, name = path.rpartition("/")
        folder = _lies(above, known) / name
        known[path] = folder.resolve() if folder.is_symlink() else folder
    return known[path]


def _depth(path: str) -> int:
    return path.count("/") + bool(path)


def _climb(path: str, found: dict[str, set[str]]) -> None:
    """Note a path in its folder, that folder in the one above it, and so on."""
    while path:
        above = dirname(path)
        if path.rpartition("/")[2] in found[above]:
            return
        found[above].add(path.rpartition("/")[2])
        path = above


def _refuse_outside(path: str) -> None:
    if path != normpath(path) or path.startswith(("/", "..")) or path in ("", ".", NAME):
        raise refuse("build.outside", path=path, source="-")
