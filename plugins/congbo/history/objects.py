"""Objects read from a commit and written beside every branch. Nothing here touches a working folder, its index or a ref."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from congbo.dates import VIETNAM
from congbo.errors import refuse
from congbo.history.commits import FULL
from congbo.history.reading import MANY, Reader, reader_of
from congbo.history.running import environment, failed, git_bytes, git_text, unable
from congbo.place import Place

_FILES = ("100644", "100755")
_PLAIN = re.compile(r"[a-z0-9]+(\.[a-z0-9]+)*")


def blob_at(root: Path, commit: str, path: str) -> bytes | None:
    """Return the bytes of a file of a commit; None if it is not there, or is no file (a folder, a symbolic link)."""
    return _known_blob(root, commit, path) if FULL.fullmatch(commit) else _blob(root, commit, path)


@lru_cache(maxsize=64)
def _known_blob(root: Path, full_id: str, path: str) -> bytes | None:
    """A commit never holds anything else than it did: the few small files of a register are asked for again and again."""
    return _blob(root, full_id, path)


def _blob(root: Path, commit: str, path: str) -> bytes | None:
    reader = reader_of(root)
    if reader and FULL.fullmatch(commit):
        entry = reader.entry(commit, path)
        return next(blobs(root, [entry.blob])) if entry and entry.mode in _FILES else None
    for facts, found in _listed(root, commit, path):
        if found == path and facts[0] in _FILES:
            return git_bytes(root, "cat-file", "blob", facts[2])
    return None


def files_at(root: Path, commit: str, folder: str) -> Mapping[str, bytes]:
    """Return the files below a folder of a commit, by path; "" is the top. Links and submodules are no files."""
    listed = [(path, facts[2]) for facts, path in _listed(root, commit, folder, "-r") if facts[0] in _FILES]
    contents = blobs(root, [blob for _, blob in listed])
    return {path: next(contents) for path, _ in listed}


def blobs(root: Path, ids: Iterable[str]) -> Iterator[bytes]:
    """Yield the bytes of blobs, one after the other, by one process of git. Raises CongboError for one that is missing."""
    wanted = list(ids)
    reader = reader_of(root) if len(wanted) <= MANY else None
    return _by_own_process(root, wanted) if reader is None else (_told(root, blob, reader) for blob in wanted)


def _told(root: Path, blob: str, reader: Reader) -> bytes:
    found = reader.object(blob)
    if found is None or found.kind != "blob":
        raise refuse("history.failed", Place(str(root)), detail=f"{blob} missing")
    return found.data


def _by_own_process(root: Path, ids: Iterable[str]) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as told:
        asked.writelines(f"{blob}\n".encode() for blob in ids)
        if not asked.tell():
            return
        asked.seek(0)
        words = ("git", "cat-file", "--batch")
        try:
            git = subprocess.Popen(
                words, cwd=root, env=environment(root, {}), stdin=asked, stdout=subprocess.PIPE, stderr=told
            )
        except OSError as error:
            raise unable(root, error) from error
        with git:
            yield from _batch(root, git)
        if git.returncode > 0:
            told.seek(0)
            raise failed(root, told.read(), git.returncode)


def _batch(root: Path, git: subprocess.Popen[bytes]) -> Iterator[bytes]:
    assert git.stdout is not None  # noqa: S101  # for the reader of types: it is a pipe
    try:
        while line := git.stdout.readline():
            words = line.split()
            if len(words) != 3 or words[1] != b"blob":
                raise refuse("history.failed", Place(str(root)), detail=line.decode("utf-8", "replace").strip())
            yield git.stdout.read(int(words[2]))
            git.stdout.read(1)
    finally:
        git.stdout.close()


def write_blob(root: Path, data: bytes) -> str:
    """Write bytes as they are into the object store and return the blob's id."""
    return git_text(root, "hash-object", "-w", "--stdin", "--no-filters", given=data).strip()


def new_tree(root: Path, files: Mapping[str, bytes]) -> str:
    """Return the id of a tree of these files alone, which lie right in it: names of letters, digits and single dots.

    Raises ValueError for another name: ``tree_with`` asks git whether it can keep that.
    """
    if odd := [name for name in files if not _PLAIN.fullmatch(name)]:
        raise ValueError(odd)
    lines = [f"100644 blob {write_blob(root, data)}\t{name}\n" for name, data in files.items()]
    return git_text(root, "mktree", given="".join(lines).encode()).strip()


def tree_with(root: Path, tree: str, files: Mapping[str, bytes]) -> str:
    """Return the id of a tree: ``tree`` (a commit or tree, "" for nothing) with these files added or replaced.

    Raises CongboError for a path that git cannot keep (``../x``, ``.git/x``).
    """
    lines = [f"100644 {write_blob(root, data)}\t".encode() + _bytes(path) for path, data in files.items()]
    with tempfile.TemporaryDirectory(prefix="congbo-") as beside:
        own = {"GIT_INDEX_FILE": str(Path(beside) / "index")}
        git_bytes(root, "read-tree", *([tree] if tree else ["--empty"]), more=own)
        given = b"".join(line + b"\0" for line in lines)
        git_bytes(root, "update-index", "-z", "--index-info", given=given, more=own)
        # A path that it cannot keep is left out by git without a word.
        kept = git_text(root, "ls-files", "-z", more=own).split("\0")
        if lost := files.keys() - {path for path in kept if path}:
            raise refuse("history.bad_path", Place(min(lost)))
        return git_text(root, "write-tree", more=own).strip()


def write_commit(
    root: Path, tree: str, parents: Sequence[str], message: str, name: str, email: str, time: datetime
) -> str:
    """Write a commit, authored and committed by the same person at the same time, and return its id. No ref is moved."""
    when = f"@{int(time.timestamp())} {time.astimezone(VIETNAM):%z}"
    own = {
        f"GIT_{role}_{fact}": text
        for role in ("AUTHOR", "COMMITTER")
        for fact, text in (("NAME", name), ("EMAIL", email), ("DATE", when))
    }
    grown = [word for parent in parents for word in ("-p", parent)]
    words = ("commit-tree", "--no-gpg-sign", *grown, "-F", "-", tree)
    return git_text(root, *words, given=message.encode(), more=own).strip()


def _listed(root: Path, commit: str, path: str, *words: str) -> Iterator[tuple[list[str], str]]:
    where = ["--", path] if path else []
    told = git_text(root, "--literal-pathspecs", "ls-tree", "-z", "--full-tree", *words, commit, *where)
    for line in told.split("\0"):
        if line:
            facts, _, found = line.partition("\t")
            yield facts.split(), found


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
