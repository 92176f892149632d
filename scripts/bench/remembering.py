"""History: the facts of 50,000 files and 100,000 commits, the first time and after one more merge; without Python's start."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from timing import ROOT, Run, Timed, process, timed

sys.path.insert(0, str(ROOT / "plugins"))

FILES, COMMITS = 50_000, 100_000
SECTIONS, YEARS = 12, 8
MOVED, NEW = 0.03, 0.5  # the share of commits that move an item, and that bring one while there are too few
START = 1_325_376_000
MERGES = 9
LINES = 20


def measured(scratch: Path) -> list[Timed]:
    """Return the figures; the last line is the peer: git alone telling the same commits, without a word about each file."""
    from congbo.history.kept import kept_history
    from congbo.store import Store

    root, size = scratch / "kho.git", f"{FILES:,} files, {COMMITS:,} commits"
    print(f"making {size}", file=sys.stderr)
    commits = _made(root)
    file = scratch / "facts.sqlite"
    at = count(COMMITS)

    def anew() -> None:
        kept_history(root, commits[COMMITS - 1], Store(file), "bench")

    def one_more() -> None:
        found = kept_history(root, commits[next(at)], Store(file), "bench")
        if not found.first_published(_path(0)):
            raise SystemExit("the history does not know its first file")

    log = [
        "git",
        "log",
        "--first-parent",
        "-m",
        "--raw",
        "-M",
        "-z",
        "--format=%ct %an",
        commits[COMMITS - 1],
        "--",
        "content",
    ]
    return [
        timed("facts of a history, nothing kept", size, anew, 3, _forget(file)),
        timed("facts of a history, one more merge", size, one_more, MERGES),
        timed("`git log` of the same, nothing made of it", size, process(log, root), 3),
    ]


def _forget(file: Path) -> Run:
    return lambda: file.unlink(missing_ok=True)


def _made(root: Path) -> list[str]:
    """Make the repository and return its commits, oldest first: the last few are the merges to come."""
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(root)], check=True)
    importing = subprocess.Popen(["git", "fast-import", "--quiet"], cwd=root, stdin=subprocess.PIPE)
    assert importing.stdin is not None  # noqa: S101 - for the reader of types: it is a pipe
    importing.stdin.writelines(_history(random.Random(1)))  # noqa: S311
    importing.stdin.close()
    if importing.wait():
        raise SystemExit("git fast-import failed")
    told = subprocess.run(
        ["git", "rev-list", "--reverse", "main"], cwd=root, capture_output=True, check=True, text=True
    )
    return told.stdout.split()


def _history(dice: random.Random) -> Iterator[bytes]:
    """One file a commit: half of them bring a new one until there are enough; a few move one, the others change one."""
    places: list[str] = []
    for number in range(COMMITS + MERGES):
        who = f"Tổ {number % 9} <a@b.example> {START + number * 1800} +0700"
        head = f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata 1\nx\n"
        yield head.encode()
        works = dice.random()
        if not places or (len(places) < FILES and (works < NEW or COMMITS - number <= FILES - len(places))):
            places.append(_path(len(places)))
            yield _file(places[-1], len(places) - 1, number)
            continue
        item = dice.randrange(1, len(places)) if len(places) > 1 else 0
        if works > 1 - MOVED and item:
            place = _path(item, dice.randrange(SECTIONS))
            yield f"R {places[item]} {place}\n".encode() if place != places[item] else b""
            places[item] = place
        yield _file(places[item], item, number)


def _path(item: int, section: int | None = None) -> str:
    place = item % SECTIONS if section is None else section
    return f"content/dl/muc-{place}/{2012 + item // SECTIONS % YEARS}/tin-{item}.md"


def _file(path: str, item: int, edition: int) -> bytes:
    lines = "".join(f"dòng {number} của tin {item}\n" for number in range(LINES))
    data = f"---\nid: dl-{item}\n---\n{lines}lần {edition}\n".encode()
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"
