"""The log of a branch replayed into facts of files. Pure: text in, facts out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from datetime import datetime
from typing import NamedTuple

from congbo.dates import VIETNAM
from congbo.history.model import FileHistory

# One commit: its time and author, then git's raw entries with -z. Two NUL begin it, which no entry can contain.
FORMAT = "%x00%x00%ct%x00by %an"
_BETWEEN = re.compile(r"\x00\x00(?=\d+\x00by )")

SameItem = Callable[[str, str], bool]


class Change(NamedTuple):
    """One file in one commit: A, M, D, R or C, with the blob ids before and after and the path before a rename."""

    when: datetime
    who: str
    kind: str
    path: str
    source: str = ""
    before: str = ""
    after: str = ""
    exact: bool = False


def replay(files: MutableMapping[str, FileHistory], changes: Iterable[Change], same_item: SameItem) -> None:
    """Bring path -> facts of a commit up to a later one, by the changes between them, oldest first.

    ``same_item(before, after)`` tells whether two blobs are one item: git takes two files of one form for a rename of each
    other, and a new item must not inherit the date and the address of one that was deleted beside it.
    """
    for change in changes:
        if change.kind == "D":
            files.pop(change.path, None)
            continue
        renamed = change.kind == "R" and (change.exact or same_item(change.before, change.after))
        if change.kind == "R" and not renamed:
            files.pop(change.source, None)
        before = files.pop(change.source if renamed else change.path, None)
        files[change.path] = _next(before, change, renamed)


def read_changes(log: str) -> Iterator[Change]:
    """Yield every change of a file that a log in ``FORMAT`` tells, in its order."""
    for entry in filter(None, _BETWEEN.split(log)):
        time, who, *words = entry.split("\0")
        when = datetime.fromtimestamp(int(time), VIETNAM)
        yield from _of_commit(when, who.removeprefix("by "), filter(None, (word.lstrip("\n") for word in words)))


def _of_commit(when: datetime, who: str, words: Iterable[str]) -> Iterator[Change]:
    rest = iter(words)
    for word in rest:
        *_, before, after, status = word.split(" ")
        source = next(rest) if status[0] in "RC" else ""
        yield Change(when, who, status[0], next(rest), source, before, after, exact=status == "R100")


def _next(before: FileHistory | None, change: Change, renamed: bool) -> FileHistory:
    form = ((change.path, change.after),)
    if before is None or change.kind == "C":
        return FileHistory(change.when, change.when, (change.who,), (), (change.when,), form)
    # A file that lay at another depth had no address there.
    addressed = renamed and change.source.count("/") == change.path.count("/")
    earlier = (*before.earlier_paths, change.source) if addressed else before.earlier_paths
    who = before.contributors if change.who in before.contributors else (*before.contributors, change.who)
    changes, forms = (*before.changes, change.when), (*before.forms, *form)
    return FileHistory(before.first, change.when, who, earlier, changes, forms)
