"""Digests of changes, policies and contents, over the very bytes that stock git prints: anybody can work them out again.

The commands stand in ADR 13.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from congbo.history.commits import FULL, Commit
from congbo.history.model import ZERO, Touched
from congbo.history.objects import blobs
from congbo.history.running import git_bytes, git_text

POLICIES = "policies"
APPROVALS = "policies/approvals/"
_SUBMODULE = "160000"
_DIFFER = ("diff-tree", "-r", "-z", "--no-renames", "--full-index", "--ignore-submodules=none")


def change_digest(root: Path, base: str, head: str, own_folder: str) -> str:
    """Return the digest (64 hex) of what differs from ``base`` to ``head``, the folder of the change's own records left out.

    Every path counts with both modes and blob ids, so a deletion, a move or another mode is another change.
    """
    return sha256(_differing(root, base, head, own_folder)).hexdigest()


def policy_digest(root: Path, commit: str) -> str:
    """Return the digest (64 hex) of a commit's policies without the records of approvals.

    It is over what ``git ls-tree -r -z`` prints of the folder; the records, of which there are many, are never listed.
    """
    return _known_policies(root, commit) if FULL.fullmatch(commit) else _policies(root, commit)


@lru_cache(maxsize=16)
def _known_policies(root: Path, full_id: str) -> str:
    """A commit never has other policies than it had: the gate asks for those of a target's tip several times."""
    return _policies(root, full_id)


def _policies(root: Path, commit: str) -> str:
    here = git_bytes(root, "ls-tree", "-z", "--full-tree", commit, "--", f"{POLICIES}/").split(b"\0")
    names = [entry.partition(b"\t")[2] for entry in here if entry and not _is_approvals(entry)]
    words = ("ls-tree", "-r", "-z", "--full-tree", commit, "--")
    listed = git_bytes(root, *words, *(name.decode("utf-8", "surrogateescape") for name in names)) if names else b""
    return sha256(listed).hexdigest()


def _is_approvals(entry: bytes) -> bool:
    facts, _, name = entry.partition(b"\t")
    return name + b"/" == APPROVALS.encode() and b" tree " in facts


def content_digest(root: Path, base: str, head: str) -> str:
    """Return the digest (64 hex) over the bytes of the files that differ, which outlives the format of git's own ids.

    Lines ``<mode> <sha256 of the bytes> <path>`` ended by NUL, sorted by the path's bytes; a deleted file has the mode 000000
    and the digest of nothing, a submodule the digest of its commit's id.
    """
    touched = sorted(touched_paths(root, base, head, ""), key=lambda one: _bytes(one.path))
    files = (one.new_blob for one in touched if one.new_mode not in (ZERO, _SUBMODULE))
    contents = blobs(root, files)
    lines = [f"{one.new_mode} {_content(one, contents)} ".encode() + _bytes(one.path) + b"\0" for one in touched]
    return sha256(b"".join(lines)).hexdigest()


def touched_paths(root: Path, base: str, head: str, own_folder: str) -> tuple[Touched, ...]:
    """Return the paths that differ from ``base`` to ``head`` (commits or trees); a move is one path gone and one new."""
    return _read(_differing(root, base, head, own_folder))


def grown_paths(root: Path, old: str, new: str) -> tuple[Touched, ...]:
    """Return the paths that differ from ``old`` ("": nothing at all) to ``new``."""
    return touched_paths(root, old or git_text(root, "hash-object", "-t", "tree", "--stdin").strip(), new, "")


def brought_paths(root: Path, commits: Iterable[Commit]) -> tuple[Touched, ...]:
    """Return the paths in which each of some commits differs from its first parent, in the order of the commits."""
    lines = "".join(f"{' '.join((one.id, *one.parents[:1]))}\n" for one in commits)
    return _read(git_bytes(root, *_DIFFER, "--stdin", "--root", "--no-commit-id", given=lines.encode()))


def _read(differing: bytes) -> tuple[Touched, ...]:
    words = differing.decode("utf-8", "surrogateescape").split("\0")
    return tuple(_touched(facts, path) for facts, path in zip(words[::2], words[1::2], strict=False))


def _differing(root: Path, base: str, head: str, own_folder: str) -> bytes:
    known = FULL.fullmatch(base) and FULL.fullmatch(head)
    return (_known_differing if known else _asked_differing)(root, base, head, own_folder)


@lru_cache(maxsize=4)
def _known_differing(root: Path, base: str, head: str, own_folder: str) -> bytes:
    """Two full ids never differ in anything else: gate, checks and receipt ask for the same ones one after the other."""
    return _asked_differing(root, base, head, own_folder)


def _asked_differing(root: Path, base: str, head: str, own_folder: str) -> bytes:
    own = (f":(top,exclude,literal){own_folder}",) if own_folder else ()
    return git_bytes(root, *_DIFFER, base, head, "--", ":(top)", *own)


def _touched(facts: str, path: str) -> Touched:
    old_mode, new_mode, old_blob, new_blob, _ = facts.removeprefix(":").split(" ")
    return Touched(path, old_mode, new_mode, old_blob.strip("0") and old_blob, new_blob.strip("0") and new_blob)


def _content(one: Touched, contents: Iterator[bytes]) -> str:
    if one.new_mode == ZERO:
        return sha256().hexdigest()
    return sha256(one.new_blob.encode() if one.new_mode == _SUBMODULE else next(contents)).hexdigest()


def _bytes(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
