"""The files of a commit written into a folder, byte for byte: no attribute, filter or setting has a say."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from congbo.errors import refuse
from congbo.history.commits import commit_id
from congbo.history.objects import blobs
from congbo.history.running import git_text
from congbo.place import Place

_LINK, _PROGRAM = "120000", "100755"
_FILES = ("100644", _PROGRAM)


def write_files(root: Path, revision: str, folder: Path, names: Sequence[str] = ()) -> None:
    """Write a revision's files into an empty folder; symbolic links last, so that nothing is written through one.

    ``names``: only what has or lies below one of these (``theme/``); none: everything.

    Raises CongboError for an unknown revision and for a path that leads out of the folder.
    """
    words = ("--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit_id(root, revision))
    told = git_text(root, *words, "--", *names).split("\0")
    entries = [(facts.split(" "), path) for facts, _, path in (line.partition("\t") for line in told if line)]
    wanted = [(mode, blob, path) for (mode, _, blob), path in entries if mode in (*_FILES, _LINK)]
    wanted.sort(key=lambda one: one[0] == _LINK)
    for (mode, _, path), data in zip(wanted, blobs(root, (blob for _, blob, _ in wanted)), strict=True):
        if not all(part.strip(".") and part.casefold() != ".git" for part in path.split("/")):
            raise refuse("history.bad_path", Place(path))
        _write(folder / path, mode, data)


def _write(file: Path, mode: str, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if mode == _LINK:
        file.symlink_to(os.fsdecode(data))
        return
    file.write_bytes(data)
    if mode == _PROGRAM:
        file.chmod(file.stat().st_mode | 0o111)
