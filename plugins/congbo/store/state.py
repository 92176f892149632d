"""What a folder's files were when they were looked at, without reading them: as git's index does."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from operator import itemgetter
from pathlib import Path

# Size, time of change, time of change of the entry, number and mode: a file that was written again differs in one of them.
State = Mapping[str, tuple[int, int, int, int, int]]


def state_of(root: Path, folder: str) -> State:
    """Return path -> state of every file below a folder of the root, links by themselves; names with a dot are left out."""
    return dict(sorted(_files(os.fspath(root), folder), key=itemgetter(0)))


def _files(root: str, folder: str) -> Iterator[tuple[str, tuple[int, int, int, int, int]]]:
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        path = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, path)
        else:
            known = entry.stat(follow_symlinks=False)
            yield path, (known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino, known.st_mode)


def digest(*parts: object) -> str:
    """Return a short name of values whose ``repr`` says all of them."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def code_state() -> str:
    """Return the name of the program as it is installed: facts of another version, or of other libraries, are not used."""
    libraries = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return digest(sys.version, libraries, state_of(Path(__file__).parents[2], "congbo"))
