"""The content of a commit beside what is kept: which files differ, what is no plain file, what the policies are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from congbo.checks.alone import page_of
from congbo.checks.kept.scene import Moved
from congbo.checks.kept.sheets import bare
from congbo.checks.kept.tables import Tables
from congbo.errors import CongboError
from congbo.facts.corpus import CONTENT
from congbo.facts.enrolled import APPROVALS, STATEMENT
from congbo.history import History
from congbo.history.batched import BatchTree, visible
from congbo.history.between import entries_at
from congbo.history.digests import POLICIES, touched_paths
from congbo.history.entries import FILES, FOLDER, LINK
from congbo.history.kept import changed_since
from congbo.history.model import Touched
from congbo.history.quick import ODD
from congbo.history.reading import one_process
from congbo.policy.kept import policies_name
from congbo.store import digest

Odd = Mapping[str, str]
_MODES = (*FILES, LINK)


class Difference(Struct, frozen=True):
    """What differs from what is kept, and what is no plain file now."""

    moved: Moved
    odd: Odd


def listed(tree: BatchTree) -> Difference:
    """Return all files of a commit as new."""
    entries = tree.entries(CONTENT)
    odd = {path: kind for folder in (CONTENT, POLICIES) for path, kind in tree.odd(folder).items()}
    return Difference(Moved(frozenset(visible(p for p, entry in entries.items() if entry.mode in _MODES))), odd)


def since(root: Path, old: str, new: str, odd: Odd, tables: Tables, history: History) -> Difference | None:
    """Return what differs between the commit that is kept and another one; None if git no longer has the first."""
    try:
        touched = touched_paths(root, old, new, "")
    except CongboError:
        return None
    aged = changed_since(root, old, new)
    moved = moved_by(touched)
    aged = other_history(tables, history) if aged is None else aged
    return Difference(Moved(moved.here, moved.gone, frozenset(aged)), odd_after(odd, touched))


def other_history(tables: Tables, history: History) -> set[str]:
    """Return the items whose history differs from what is kept, or may differ: of their files nothing is kept."""
    known = {page: sheet.known for page, sheet in tables.sheets.all().items()}
    with_files = {page_of(path) for path in tables.files.all() if not path.endswith(".md")}
    return {page for page, one in known.items() if page in with_files or one != bare(history.files.get(page))}


def moved_by(touched: Iterable[Touched]) -> Moved:
    """Return the files of the content that differ."""
    modes = {one.path: one.new_mode for one in touched if one.path.startswith(f"{CONTENT}/")}
    here = frozenset(visible(path for path, mode in modes.items() if mode in _MODES))
    return Moved(here, frozenset(modes) - here)


def odd_after(odd: Odd, touched: Iterable[Touched]) -> Odd:
    """Return what is no plain file after some paths have changed."""
    now = dict(odd)
    for one in touched:
        now.pop(one.path, None)
        if one.new_mode in ODD and one.path.startswith((f"{CONTENT}/", f"{POLICIES}/")):
            now[one.path] = ODD[one.new_mode]
    return now


def policies_of(root: Path, commit: str) -> str:
    """Return the name of all in a commit's policies that a check may look at: of approvals, whether there are any."""
    return digest(policies_name(root, commit), _decided(root, commit))


def _decided(root: Path, commit: str) -> bool:
    """The records of one month are looked for before those of the next: one is enough, and there may be half a million."""
    with one_process(root):
        return _has_statement(root, commit, f"{APPROVALS}/")


def _has_statement(root: Path, commit: str, folder: str) -> bool:
    found = entries_at(root, commit, folder)
    shown = set(visible(found))
    return any(
        _has_statement(root, commit, f"{path}/") if entry.mode == FOLDER else path.endswith(STATEMENT)
        for path, entry in found.items()
        if path in shown
    )
