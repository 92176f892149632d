"""Refs by their full names: a short name may lead to a tag or a branch, and whoever pushes chooses which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from congbo.errors import REFUSED, CongboError, refuse
from congbo.history.running import git_bytes, git_text
from congbo.place import Place

MOVED = "history.ref_moved"
_HEX = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PATTERN = re.compile(r"[*?\[\\]")


def refs_under(root: Path, *prefixes: str) -> Mapping[str, str]:
    """Return full name -> id of all refs below a prefix (``refs/congbo/``), or of the one ref of that name."""
    for prefix in prefixes:
        if not prefix.startswith("refs/") or _PATTERN.search(prefix):
            raise refuse("history.ref_name", Place(str(root)), name=prefix)
    told = git_text(root, "for-each-ref", "--format=%(objectname) %(refname)", *prefixes)
    found = (line.partition(" ") for line in told.split("\n") if line)
    return {name: target for target, _, name in found}


def ref_at(root: Path, full_name: str) -> str:
    """Return the id that a ref leads to, "" if there is no such ref."""
    return refs_under(root, full_name).get(full_name, "")


def move_ref(root: Path, full_name: str, new: str, old: str) -> None:
    """Let a ref lead from ``old`` ("": it does not exist yet) to ``new``, at once or not at all.

    Raises CongboError ``history.ref_moved`` if it leads elsewhere by now, ``history.ref_name`` for a name that does not begin
    with refs/ or that git cannot keep.
    """
    move_refs(root, {full_name: (new, old)})


def move_refs(root: Path, moves: Mapping[str, tuple[str, str]]) -> None:
    """Move several refs (full name -> new, old), all at once or none. Raises as ``move_ref`` does."""
    for name, (new, _) in moves.items():
        if not name.startswith("refs/") or "\0" in name or not _HEX.fullmatch(new):
            raise refuse("history.ref_name", Place(str(root)), name=name)
    given = "".join(f"update {name}\0{new}\0{old or '0' * len(new)}\0" for name, (new, old) in moves.items())
    words = ("update-ref", "--no-deref", "--create-reflog", "-m", "congbo", "--stdin", "-z")
    try:
        git_bytes(root, *words, given=given.encode("utf-8", "surrogateescape"))
    except CongboError as error:
        _refuse_names(root, moves)
        _refuse_moved(root, moves, error)
        raise


def _refuse_names(root: Path, names: Iterable[str]) -> None:
    """Say which name git could not keep: asked only when it did not, because each question is a process."""
    for name in names:
        if not is_ref_name(root, name):
            raise refuse("history.ref_name", Place(str(root)), name=name)


def _refuse_moved(root: Path, moves: Mapping[str, tuple[str, str]], error: CongboError) -> None:
    locked = ".lock'" in str(error.message.params.get("detail"))
    for name, (_, old) in moves.items():
        now = ref_at(root, name)
        if now != old or locked:
            raise refuse(MOVED, Place(str(root)), REFUSED, name=name, old=old or "-", now=now or "-") from error


def is_ref_name(root: Path, full_name: str) -> bool:
    """Tell whether git can keep a ref of this name."""
    try:
        git_bytes(root, "check-ref-format", full_name)
    except CongboError as error:
        if error.message.key == "history.failed":
            return False
        raise
    return True
