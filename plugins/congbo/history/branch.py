"""What a branch did to the files of a folder, commit by commit: what it showed, not what was drafted beside it.

Comparing a hundred thousand commits with the ones before them is the whole cost of a history, so that git does it in as many
processes as there are processors; no file is asked for by a process of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from congbo.errors import CongboError, refuse
from congbo.history.model import FileHistory
from congbo.history.objects import blobs
from congbo.history.replay import FORMAT, Change, SameItem, read_changes, replay
from congbo.history.running import git_text
from congbo.place import Place

_ID = re.compile(r"^id: *(\S+) *$", re.MULTILINE)
# Renames as ``git log`` finds them, whatever a person's configuration says.
_COMPARED = (
    "diff-tree", "--stdin", "--root", "-r", "--raw", "--no-abbrev", "--find-renames=50%", "-l1000", "-z",
    f"--format={FORMAT}",
)  # fmt: skip
_AT_ONCE = 4_000  # commits that one process compares


def replayed(root: Path, commit: str, folder: str) -> dict[str, FileHistory]:
    """Return path -> facts of the files below a folder at a commit, worked out from the beginning of its branch.

    Raises CongboError if git fails or the clone is shallow: its dates would be wrong.
    """
    if git_text(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise refuse("history.shallow", Place(str(root)))
    files: dict[str, FileHistory] = {}
    for found in changes(root, steps(root, commit) or [], folder):
        replay(files, found, same_items(root, found))
    return files


def steps(root: Path, commit: str, since: str = "") -> list[str] | None:
    """Return "commit parent" for the commits of a branch after ``since`` (empty: all of them), oldest first.

    None if ``commit`` does not come from ``since`` along the first parents, or git no longer has ``since``.
    Raises CongboError if git fails.
    """
    words = ("rev-list", "--first-parent", "--parents", "--reverse", commit, *([f"^{since}"] if since else []))
    try:
        told = git_text(root, *words)
    except CongboError:
        if since:
            return None
        raise
    # A merge is compared with what it was merged into.
    found = [" ".join(line.split()[:2]) for line in told.splitlines()]
    if since and (commit if not found else found[0].partition(" ")[2]) != since:
        return None
    return found


def changes(root: Path, wanted: Sequence[str], folder: str) -> Iterator[list[Change]]:
    """Yield the changes that these steps make below a folder, in their order, some thousand steps at a time."""

    def compared(first: int) -> str:
        given = "".join(f"{step}\n" for step in wanted[first : first + _AT_ONCE]).encode()
        return git_text(root, *_COMPARED, "--", f":(top,literal){folder}", given=given)

    if len(wanted) <= _AT_ONCE:
        yield list(read_changes(compared(0))) if wanted else []
        return
    for log in _ahead(compared, range(0, len(wanted), _AT_ONCE)):
        yield list(read_changes(log))


def _ahead(work: Callable[[int], str], parts: Iterable[int]) -> Iterator[str]:
    """Yield what the work makes of each part, while all processors are at those that follow; no more wait in memory."""
    from concurrent.futures import ThreadPoolExecutor  # not for a single merge

    rest, workers = iter(parts), os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        running = [pool.submit(work, part) for part in islice(rest, workers + 1)]
        while running:
            done = running.pop(0).result()
            running += [pool.submit(work, part) for part in islice(rest, 1)]
            yield done


def same_items(root: Path, found: Sequence[Change]) -> SameItem:
    """Return the test whether two blobs of a doubtful rename carry the same permanent ``id``, read by one process of git.

    Files without an id are judged by git alone.
    """
    doubtful = (one for one in found if one.kind == "R" and not one.exact)
    wanted = sorted({blob for one in doubtful for blob in (one.before, one.after)})
    ids = {blob: _id(data) for blob, data in zip(wanted, blobs(root, wanted), strict=True)}
    return lambda before, after: "" in (ids[before], ids[after]) or ids[before] == ids[after]


def _id(data: bytes) -> str:
    found = _ID.search(data.decode("utf-8", "surrogateescape"))
    return found[1] if found else ""
