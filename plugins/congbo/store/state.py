"""What a folder's files were when they were looked at, without reading them: as git's index does."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from struct import Struct

from congbo.errors import refuse_unlisted

# Size, time of change, time of change of the entry, number and mode: a file that was written again differs in one of them.
# Bytes, because ten thousand of them are stored, read and compared by each run.
State = Mapping[str, bytes]
_packed = Struct("<qqqQI").pack
# The upper byte of the mode: what kind of file it is.
_MODE, _KIND, _LINK = -3, 0xF0, 0xA0
_NUMBER = 2**64 - 1  # some file systems number their files in more bits


def state_of(root: Path, folder: str) -> State:
    """Return path -> state of every file below a folder of the root, links by themselves; names with a dot are left out.

    Raises CongboError for a folder that is there and cannot be looked into.
    """
    found: dict[str, bytes] = {}
    folders = [folder]
    while folders:
        here = folders.pop()
        for entry in _entries(root, here):
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{here}/{entry.name}")
            else:
                found[f"{here}/{entry.name}"] = _state(entry.stat(follow_symlinks=False))
    return {path: found[path] for path in sorted(found)}


def _entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError as error:
        refuse_unlisted(error, folder)
        return []
    return [entry for entry in entries if not entry.name.startswith(".") and entry.name != "__pycache__"]


def _state(known: os.stat_result) -> bytes:
    return _packed(known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino & _NUMBER, known.st_mode)


def links_in(states: State) -> Iterator[str]:
    """Yield the symbolic links among files."""
    return (path for path, state in states.items() if state[_MODE] & _KIND == _LINK)


def digest(*parts: object) -> str:
    """Return a short name of values whose ``repr`` says all of them."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def code_state() -> str:
    """Return the name of the program as it is installed: facts of another version, or of other libraries, are not used."""
    libraries = Path(sysconfig.get_path("purelib")).stat().st_mtime_ns
    return digest(sys.version, libraries, state_of(Path(__file__).parents[2], "congbo"))
