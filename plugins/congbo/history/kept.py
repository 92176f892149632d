"""A history that goes on from where it was last looked at, and gives the facts of the files that are asked for.

The facts of every file stand in the store, as of one commit. A later commit that comes from it along the first parents adds
what its own part of the branch did; anything else (another branch, another program, a damaged file) is worked out anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from congbo.dates import VIETNAM
from congbo.history.branch import changes, replayed, same_items, steps
from congbo.history.model import FileHistory, History
from congbo.history.replay import Change, replay
from congbo.store.database import Store
from congbo.store.rows import Rows

FOLDER = "content"
NAME = "history"
# Looking up every file one by one takes longer than reading all at once.
A_FEW = 500


def kept_history(root: Path, commit: str, store: Store, code: str) -> History:
    """Return the history of a commit (its full id) with what the store knows of it, and keep there what is new.

    ``root`` is the repository's top or git folder, ``code`` names the program whose facts may be used. What the working
    folder holds otherwise (``History.changed``) is not asked for. Raises CongboError if git fails or the clone is shallow.
    """
    rows = store.rows(NAME)
    state = f"{code} {commit}"
    known = rows.state()
    if known == state or _brought_up(root, commit, rows, known, state):
        return History(commit, KeptFiles(root, commit, rows, state))
    files = replayed(root, commit, FOLDER)
    kept = rows.begin(state, {path: _written(one) for path, one in files.items()})
    return History(commit, KeptFiles(root, commit, rows, state) if kept else files)


def changed_since(root: Path, old: str, new: str) -> set[str] | None:
    """Return the paths of the content, old and new names, of which the history says something else at a new commit.

    None if it does not come from the old one along the first parents: then anything may have changed.
    Raises CongboError if git fails.
    """
    try:
        return _touched(_between(root, old, new))
    except LookupError:
        return None


@lru_cache(maxsize=8)
def _between(root: Path, old: str, new: str) -> tuple[Change, ...]:
    """The changes from one commit to another, which no one run asks git for twice. Raises LookupError if there is no way."""
    wanted = steps(root, new, old)
    if wanted is None:
        raise LookupError(old)
    return tuple(one for found in changes(root, wanted, FOLDER) for one in found)


def _brought_up(root: Path, commit: str, rows: Rows, known: str, state: str) -> bool:
    """Go on from the state that is known; tell whether that was possible."""
    code, _, since = known.rpartition(" ")
    if not since or state != f"{code} {commit}":
        return False
    try:
        found = _between(root, since, commit)
    except LookupError:
        return False
    touched = _touched(found)
    before = rows.some(known, touched)
    if before is None:
        return False
    files = {path: _read(data) for path, data in before.items()}
    replay(files, found, same_items(root, found))
    return rows.advance(known, state, {path: _written(one) for path, one in files.items()}, touched - files.keys())


def _touched(found: Sequence[Change]) -> set[str]:
    return {path for one in found for path in (one.path, one.source) if path}


class KeptFiles(Mapping[str, FileHistory]):
    """Path -> facts, read when they are asked for; right for its commit whatever becomes of the store."""

    def __init__(self, root: Path, commit: str, rows: Rows, state: str) -> None:
        self._root = root
        self._commit = commit
        self._rows = rows
        self._state = state
        self._known: dict[str, FileHistory | None] = {}
        self._alone = 0  # files that were looked up by themselves
        self._whole: dict[str, FileHistory] | None = None

    def __getitem__(self, path: str) -> FileHistory:
        if self._whole is None and path not in self._known and self._alone < A_FEW:
            self._alone += 1
            self.ahead([path])
        known = self._known[path] if self._whole is None and path in self._known else self._all().get(path)
        if known is None:
            raise KeyError(path)
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def ahead(self, paths: Iterable[str]) -> None:
        """Look up the facts of files that will be asked for, those of all at once."""
        new = [path for path in paths if path not in self._known] if self._whole is None else []
        found = self._rows.some(self._state, new) if new else None
        if found is not None:
            self._known.update((path, _read(found[path]) if path in found else None) for path in new)

    def _all(self) -> dict[str, FileHistory]:
        if self._whole is None:
            found = self._rows.all(self._state)
            self._whole = self._anew() if found is None else {path: _read(data) for path, data in found.items()}
        return self._whole

    def _anew(self) -> dict[str, FileHistory]:
        files = replayed(self._root, self._commit, FOLDER)
        if self._rows.state() in ("", self._state):  # damaged, and not only gone on to a later commit
            self._rows.begin(self._state, {path: _written(one) for path, one in files.items()})
        return files


def _written(known: FileHistory) -> bytes:
    names = list(dict.fromkeys(name for name, _ in known.forms))
    facts = (
        [int(when.timestamp()) for when in known.changes],
        known.contributors,
        known.earlier_paths,
        names,
        [names.index(name) for name, _ in known.forms],
        [blob for _, blob in known.forms],
    )
    return json.dumps(facts, separators=(",", ":")).encode()


def _read(data: bytes) -> FileHistory:
    times, who, earlier, names, of, blobs = json.loads(data)
    moments = tuple(datetime.fromtimestamp(time, VIETNAM) for time in times)
    forms = tuple((names[at], blob) for at, blob in zip(of, blobs, strict=True))
    return FileHistory(moments[0], moments[-1], tuple(who), tuple(earlier), moments, forms)
