"""The links of the chain as git stores them: one commit each, whose tree holds a few files and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha1, sha256
from pathlib import Path

from msgspec import Struct

from congbo.errors import refuse
from congbo.history.commits import Commit, commits_between
from congbo.history.objects import blobs, files_at
from congbo.place import Place
from congbo.register.links import FILE, RECEIPTS

_PLAIN = (FILE, f"{FILE}.sig")


class Stored(Struct, frozen=True):
    """One link: its commit, the commit's parents, and the bytes of its files by name."""

    commit: str
    parents: tuple[str, ...]
    files: Mapping[str, bytes]


def stored(root: Path, tip: str) -> tuple[Stored, ...]:
    """Return all links up to ``tip``, the genesis first. Raises CongboError for a commit that holds something else."""
    commits = commits_between(root, "", tip)
    first, rest = commits[0], commits[1:]
    begun = files_at(root, first.id, "")
    if first.tree != _tree_id(begun, first.tree):
        raise refuse("register.broken", Place(RECEIPTS), commit=first.id[:12])
    return (Stored(first.id, first.parents, begun), *_rest(root, rest))


def stored_after(root: Path, known: str, tip: str) -> tuple[Stored, ...]:
    """Return the links up to ``tip`` that came after the link ``known``, the oldest first. Raises as ``stored`` does."""
    return tuple(_rest(root, commits_between(root, known, tip)))


def _rest(root: Path, commits: tuple[Commit, ...]) -> Iterator[Stored]:
    found = blobs(root, [f"{commit.id}:{name}" for commit in commits for name in _PLAIN])
    for commit in commits:
        files = {name: next(found) for name in _PLAIN}
        if commit.tree != _tree_id(files, commit.tree):
            raise refuse("register.broken", Place(RECEIPTS), commit=commit.id[:12])
        yield Stored(commit.id, commit.parents, files)


def _tree_id(files: Mapping[str, bytes], like: str) -> str:
    """Return the id of the tree that holds exactly these files, in the hash that ``like`` is written in."""
    entries = (f"100644 {name}\0".encode() + _object("blob", data, like) for name, data in sorted(files.items()))
    return _object("tree", b"".join(entries), like).hex()


def _object(kind: str, data: bytes, like: str) -> bytes:
    whole = f"{kind} {len(data)}\0".encode() + data
    return (sha256(whole) if len(like) == len(sha256().hexdigest()) else sha1(whole, usedforsecurity=False)).digest()
