"""Facts of single commits: who wrote them and committed them, what they grew from, what grew from what."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from congbo.dates import VIETNAM
from congbo.errors import refuse
from congbo.history.reading import reader_of
from congbo.history.running import git_bytes, git_text
from congbo.place import Place

# The e-mails as the commit has them (%ae), not as a .mailmap would have them (%aE).
FULL = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REMEMBERED = 1024
_FORMAT = "tformat:%H%x00%P%x00%T%x00%ae%x00%ce%x00%ct"


class Commit(Struct, frozen=True):
    """A commit: ids, the e-mails of its author and committer, and when it says that it was committed (in Vietnam)."""

    id: str
    parents: tuple[str, ...]
    tree: str
    author: str
    committer: str
    committed: datetime


def commit_facts(root: Path, revision: str) -> Commit:
    """Return the facts of one commit. Raises CongboError for an unknown revision and a shallow clone."""
    return _facts(root, commit_id(root, revision))


def commits_between(root: Path, base: str, head: str) -> tuple[Commit, ...]:
    """Return the commits that ``head`` has and ``base`` has not, parents before children; base "": all of head's.

    Raises CongboError for an unknown revision and a shallow clone.
    """
    wanted = [commit_id(root, head), *([f"^{commit_id(root, base)}"] if base else [])]
    return _logged(root, "--topo-order", "--reverse", *wanted)


def is_ancestor(root: Path, earlier: str, later: str) -> bool:
    """Tell whether ``later`` grew from ``earlier``, or is the same. Raises as ``commits_between`` does."""
    refuse_shallow(root)
    ids = commit_id(root, earlier), commit_id(root, later)
    if ids[0] == ids[1]:
        return True
    return git_text(root, "rev-list", "--max-count=1", ids[0], f"^{ids[1]}") == ""


def first_parents(root: Path, old: str, new: str) -> tuple[str, ...]:
    """Return the commits that a branch moved over, oldest first: its first parents, what was merged into it left out."""
    told = git_text(root, "rev-list", "--first-parent", "--reverse", new, *([f"^{old}"] if old else []))
    return tuple(told.split())


def commit_id(root: Path, revision: str) -> str:
    """Return the id of the commit that a revision names. Raises CongboError for an unknown one."""
    return _known_id(root, revision) if FULL.fullmatch(revision) else _id(root, revision)


@lru_cache(maxsize=1024)
def _known_id(root: Path, full_id: str) -> str:
    """An id never means another commit than it did: it is asked about once."""
    return _id(root, full_id)


def _facts(root: Path, full_id: str) -> Commit:
    return _seen(root).get(full_id) or _logged(root, "--no-walk", full_id)[0]


@lru_cache(maxsize=64)
def _seen(_: Path) -> dict[str, Commit]:
    """The commits of a repository that this process was told of, by id: of none it is told anything else later."""
    return {}


def _id(root: Path, revision: str) -> str:
    reader = reader_of(root) if FULL.fullmatch(revision) else None
    if reader:
        known = reader.object(f"{revision}^{{commit}}")
        if known is None:
            raise refuse("history.unknown_revision", revision=revision)
        return known.id
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = git_text(root, *words, nothing=1).strip()
    if not found:
        raise refuse("history.unknown_revision", revision=revision)
    return found


def refuse_shallow(root: Path) -> None:
    """Raise CongboError for a shallow clone: its oldest commits seem to have no parents."""
    folder = next((one for one in (root / ".git", root) if (one / "objects").is_dir()), None)
    if folder is None:  # a working folder beside the repository's own, or none at all
        shallow = git_bytes(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    else:
        shallow = (folder / "shallow").is_file()
    if shallow:
        raise refuse("history.shallow", Place(str(root)))


def _logged(root: Path, *words: str) -> tuple[Commit, ...]:
    refuse_shallow(root)
    lines = git_text(root, "log", f"--format={_FORMAT}", *words, "--").split("\n")
    found = tuple(_commit(root, line) for line in lines if line)
    seen = _seen(root)
    if len(seen) + len(found) > _REMEMBERED:
        seen.clear()
    seen |= {one.id: one for one in found[-_REMEMBERED:]}
    return found


def _commit(root: Path, line: str) -> Commit:
    commit, parents, tree, author, committer, time = line.split("\0")
    try:
        when = datetime.fromtimestamp(int(time), UTC).astimezone(VIETNAM)
    except (ValueError, OverflowError, OSError) as error:
        raise refuse("history.bad_time", Place(str(root)), commit=commit[:12], time=time) from error
    return Commit(commit, tuple(parents.split()), tree, author, committer, when)
