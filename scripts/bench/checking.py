"""Checking: repositories of 1,000, 10,000 and 50,000 made items beside a plain reading of the same front matter."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from corpus import make
from timing import ROOT, TODAY, Run, Timed, congbo, memory_of, process, timed

from congbo.frozen import replace

SIZES = (1_000, 10_000, 50_000)
WHOLE = 10_000  # the size at which all is measured, or the greatest below it
RUNS = 3  # of what takes long
FOUND = (0, 1)  # made items leave some sections empty, which is an error
CHECK = ("check", "--today", TODAY)

# The peer: python-frontmatter, which takes PyYAML's C loader, reads every file once, and judges nothing.
PEER = """
import pathlib, sys, frontmatter
for file in pathlib.Path(sys.argv[1]).rglob("*.md"):
    frontmatter.loads(file.read_text("utf-8"))
"""


def measured(scratch: Path) -> list[Timed]:
    """Return the figures; the last line is the peer."""
    made = {size: scratch / str(size) for size in SIZES}
    for size, folder in made.items():
        print(f"making {size} items", file=sys.stderr)
        make(folder, size)
    size = _whole()
    whole = made[size]
    return [
        *(_cold(size, folder) for size, folder in made.items()),
        *_again(whole, f"{size:,} items"),
        *_one_item(whole, f"{size:,} items"),
        *_one_item(_own(scratch / "own"), "this repository"),
        timed("python-frontmatter with PyYAML in C, reading only", f"{size:,} items", _peer(whole), RUNS),
    ]


def _whole() -> int:
    return max((size for size in SIZES if size <= WHOLE), default=min(SIZES))


def _cold(size: int, folder: Path) -> Timed:
    """Time checks with nothing stored. One more run, which is not timed, is asked for its memory."""
    runs = RUNS if size <= WHOLE else 1
    taken = timed("`congbo check`, nothing stored", f"{size:,} items", _check(folder), runs, _forget(folder))
    if size != _whole():
        return taken
    _forget(folder)()
    return replace(taken, memory=memory_of([sys.executable, "-m", "congbo", "-C", str(folder), *CHECK], folder))


def _again(folder: Path, size: str) -> Iterator[Timed]:
    _check(folder)()
    yield timed("`congbo check`, nothing changed since", size, _check(folder))
    page = _page(folder)
    yield timed("`congbo check`, one item changed since", size, _check(folder), before=_changed(page))


def _one_item(folder: Path, size: str) -> Iterator[Timed]:
    page = _page(folder)
    check = congbo(*CHECK, str(page), at=folder, codes=FOUND)
    check()
    yield timed("`congbo check FILE`, the file changed since", size, check, before=_changed(page))
    yield timed("`congbo check FILE`, nothing stored", size, check, before=_forget(folder))


def _check(folder: Path) -> Run:
    return congbo(*CHECK, at=folder, codes=FOUND)


def _forget(folder: Path) -> Run:
    return lambda: shutil.rmtree(folder / ".git" / "congbo", ignore_errors=True)


def _page(folder: Path) -> Path:
    return min((folder / "content" / "dl").rglob("*.md"))


def _changed(page: Path) -> Run:
    def run() -> None:
        with page.open("a", encoding="utf-8") as file:
            file.write("Thêm một dòng.\n")

    return run


def _own(folder: Path) -> Path:
    """Return a clone of this repository, so that nothing is changed in it."""
    process(["git", "clone", "--quiet", str(ROOT), str(folder)])()
    return folder


def _peer(folder: Path) -> Run:
    return process([sys.executable, "-c", PEER, str(folder / "content")])
