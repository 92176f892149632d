"""What the register knows of one change: its id, its heads, the statements that arrived, whether it was merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from msgspec import Struct, field

from congbo.dates import EARLIEST, VIETNAM, day_of, start_of
from congbo.history.commits import commit_facts
from congbo.history.objects import blob_at
from congbo.history.refs import ref_at
from congbo.history.running import git_text
from congbo.register.links import RECEIPTS, links
from congbo.signed.folder import APPROVALS, folder_of
from congbo.signed.genesis import Genesis, parse_genesis
from congbo.signed.receipt import Receipt

GENESIS = "refs/congbo/genesis"
CHANGES = "refs/congbo/changes/"
DECISIONS = "refs/congbo/decisions/"
_MARGIN = timedelta(days=1)  # a change is named after the day of its first push; the receipt may follow a midnight


class Known(Struct, frozen=True):
    """What receipts say of a change. ``submitted`` in the order of arrival; ``arrived`` by the digest of the statement.

    ``repository`` and ``root_key`` are "" before the genesis; ``enforced``: the register has begun.
    """

    id: str
    repository: str = ""
    root_key: str = ""
    submitted: tuple[Receipt, ...] = ()
    arrived: Mapping[str, Receipt] = field(default_factory=dict)
    used: bool = False

    @property
    def enforced(self) -> bool:
        """Tell whether a genesis has begun the register."""
        return bool(self.repository)


def known_of(root: Path, id_: str, head: str, tip: str) -> Known:
    """Return what the register knows of a change, or (no ``id_``) of the change whose head was pushed as ``head``."""
    begun = genesis_of(root)
    named = id_ or _submitted_as(root, head)
    if not named or not begun:
        return Known(named or local_id(root, head))
    receipts = tuple(reversed(tuple(_receipts(root, named))))
    return Known(
        id=named,
        repository=begun.repository,
        root_key=begun.root_key,
        submitted=tuple(one for one in receipts if one.kind == "submitted"),
        arrived={one.statement: one for one in receipts if one.kind == "decided"},
        used=_used(root, named, tip),
    )


def genesis_of(root: Path) -> Genesis | None:
    """Return the genesis of the register, None where it has not begun. Raises CongboError for one that cannot be read."""
    first = ref_at(root, GENESIS)
    data = blob_at(root, first, "genesis") if first else None
    return parse_genesis(data) if data is not None else None


def local_id(root: Path, head: str) -> str:
    """Return the id of a change that no server knows: that of a change pushed on the day of its head's commit."""
    day = day_of(commit_facts(root, head).committed)
    return f"{day:%Y%m%d}-local-{head[:8]}"


def _submitted_as(root: Path, head: str) -> str:
    """The newest change of which a pushed head is this commit."""
    told = git_text(root, "for-each-ref", f"--points-at={head}", "--format=%(refname)", CHANGES).split("\n")
    names = sorted(name.removeprefix(CHANGES).rpartition("/")[0] for name in told if name)
    return names[-1] if names else ""


def _receipts(root: Path, id_: str) -> Iterator[Receipt]:
    """The receipts of a change, newest first: nobody reads back further than the day of its first push."""
    since = _first_day(root, id_)
    recent = takewhile(lambda one: one.time >= since, links(root, ref_at(root, RECEIPTS)))
    return (one for one in recent if one.change_id == id_)


def _first_day(root: Path, id_: str) -> datetime:
    if not id_.startswith("gh-"):
        return datetime.strptime(id_[:8], "%Y%m%d").replace(tzinfo=VIETNAM) - _MARGIN
    first = ref_at(root, f"{CHANGES}{id_}/1")
    return commit_facts(root, first).committed - _MARGIN if first else start_of(EARLIEST)


def _used(root: Path, id_: str, tip: str) -> bool:
    """A change whose records the target already holds was merged once."""
    folders = [folder_of(id_, _any)] if not id_.startswith("gh-") else _months(root, id_, tip)
    return any(git_text(root, "ls-tree", "--full-tree", tip, "--", folder) for folder in folders)


def _months(root: Path, id_: str, tip: str) -> list[str]:
    years = git_text(root, "ls-tree", "-d", "--name-only", "--full-tree", tip, "--", f"{APPROVALS}/").split("\n")
    inside = [f"{year}/" for year in years if year]
    months = (
        git_text(root, "ls-tree", "-d", "--name-only", "--full-tree", tip, "--", *inside).split("\n") if inside else []
    )
    return [f"{month}/{id_}" for month in months if month]


_any = datetime(2000, 1, 1, tzinfo=VIETNAM)  # the folder of a dated change does not depend on it
