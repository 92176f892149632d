"""Which change is meant: by its id, by its branch, or by the branch that is checked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from congbo.commands.review.asking import TARGET
from congbo.errors import CANNOT_JUDGE, refuse
from congbo.history import repository_root
from congbo.history.refs import ref_at, refs_under
from congbo.history.remote import fetch, remote_of
from congbo.history.running import git_text
from congbo.register.checkpoints import CHECKPOINTS, refuse_lost
from congbo.register.gather import Asked
from congbo.register.known import CHANGES, DECISIONS, GENESIS
from congbo.register.links import RECEIPTS
from congbo.register.owed import published_at_once
from congbo.signed.folder import slug_of

REMOTE = "origin"


@dataclass(frozen=True)
class Place:
    """A repository in which somebody works: its top folder, the remote that it belongs to ("": itself), and the target."""

    root: Path
    remote: str
    target: str = TARGET

    @property
    def tip(self) -> str:
        """Return the newest commit of the target that this repository knows. Raises CongboError if it knows none."""
        name = (
            self.target if not self.remote else f"refs/remotes/{self.remote}/{self.target.removeprefix('refs/heads/')}"
        )
        found = ref_at(self.root, name) or ref_at(self.root, self.target)
        if not found:
            raise refuse("review.no_target", None, CANNOT_JUDGE, target=name)
        return found


def place(folder: Path, remote: str = REMOTE, target: str = TARGET) -> Place:
    """Return where somebody works; without a remote of the usual name, that is the repository itself.

    Raises CongboError for another remote that there is not: what it would have told must not pass for nothing.
    """
    root = repository_root(folder)
    known = remote_of(root, remote)
    if not known and remote != REMOTE:
        raise refuse("review.no_remote", None, CANNOT_JUDGE, remote=remote)
    return Place(root, known, target)


def refreshed(where: Place) -> None:
    """Fetch the target and all that the register of the remote knows; nothing without a remote.

    Raises CongboError if the remote has lost a checkpoint that is here.
    """
    if not where.remote:
        return
    branch = where.target.removeprefix("refs/heads/")
    before = ref_at(where.root, CHECKPOINTS)
    kept = (RECEIPTS, GENESIS, CHECKPOINTS, f"{CHANGES}*", f"{DECISIONS}*")
    seen = fetch(
        where.root,
        where.remote,
        [f"+{where.target}:refs/remotes/{where.remote}/{branch}", *(f"+{n}:{n}" for n in kept)],
    )
    refuse_lost(where.root, before, there=CHECKPOINTS in seen)


def newest_heads(root: Path) -> Mapping[str, str]:
    """Return change-id -> its newest head, of every change that was pushed."""
    newest: dict[str, tuple[int, str]] = {}
    for name, head in refs_under(root, CHANGES).items():
        id_, _, number = name.removeprefix(CHANGES).rpartition("/")
        if number.isdigit():
            newest[id_] = max(newest.get(id_, (0, "")), (int(number), head))
    return {id_: head for id_, (_, head) in sorted(newest.items())}


def asked(where: Place, name: str) -> Asked:
    """Return the change of an id or branch; "" is the branch that is checked out.

    Raises CongboError for a name under which nothing was submitted.
    """
    heads = newest_heads(where.root)
    submitted = name if name in heads else _submitted_from(heads, name)
    if submitted:
        return _standing(where, heads[submitted], submitted)
    head = _head_of(where, name)
    if not head and not heads:
        raise refuse("review.no_changes", None, CANNOT_JUDGE, name=name or "HEAD")
    if not head:
        raise refuse("review.unknown_change", None, CANNOT_JUDGE, name=name, known=sorted(heads)[-5:])
    return Asked(where.root, where.target, where.tip, head)


def _standing(where: Place, head: str, id_: str) -> Asked:
    """On the target; what was published in an emergency stays where it stood then, for those who sign after it."""
    at_once = published_at_once(where.root, where.tip, id_, head)
    if at_once:
        return Asked(where.root, where.target, at_once.base, at_once.head, id_, merging=False)
    return Asked(where.root, where.target, where.tip, head, id_)


def _submitted_from(heads: Mapping[str, str], branch: str) -> str:
    """The newest change that was submitted from a branch of that name: what the server has, not an older copy here."""
    slug = slug_of(branch)
    return max((id_ for id_ in heads if slug and id_[9:-9] == slug), default="")


def _head_of(where: Place, name: str) -> str:
    branch = name or git_text(where.root, "symbolic-ref", "--quiet", "--short", "HEAD", nothing=1).strip()
    places = [f"refs/heads/{branch}", *([f"refs/remotes/{where.remote}/{branch}"] if where.remote else [])]
    return next((head for place_ in places if branch and (head := ref_at(where.root, place_))), "")
