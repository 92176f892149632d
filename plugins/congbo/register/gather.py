"""Gathers what the gate has to know about a change: from git, and from the register of receipts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from congbo.errors import CongboError
from congbo.facts.corpus import read_page
from congbo.facts.gate.model import Aftermath, Authored, Change, Merge, Record, Submission
from congbo.facts.gate.standing import RECOVERY
from congbo.history.commits import Commit, commit_facts, commits_between
from congbo.history.digests import change_digest, touched_paths
from congbo.history.merging import difference, merged_tree
from congbo.history.model import Touched
from congbo.history.objects import files_at
from congbo.history.parting import merge_base
from congbo.history.quick import git_folder
from congbo.history.refs import ref_at
from congbo.history.sparse import SparseTree
from congbo.item import Item
from congbo.policy import Policy, load_policy
from congbo.policy.kept import kept_policy
from congbo.register.in_force import policies_in_force
from congbo.register.known import DECISIONS, Known, known_of
from congbo.register.records import records_of
from congbo.register.recoveries import recoveries
from congbo.signed.folder import APPROVALS, taken_apart
from congbo.store.own import own_store
from congbo.tree import Tree

CONTENT = "content/"
POLICIES = "policies/"


class Asked(Struct, frozen=True):
    """Which change is asked about: into which branch (full name), whose tip is ``tip``, and its head or merge commit.

    ``merging``: whether ``head`` has to be the merge itself; None: as it looks.
    """

    root: Path
    target: str
    tip: str
    head: str
    id: str = ""
    merging: bool | None = None

    def tree(self, commit: str) -> Tree:
        """Return the files of a commit or tree, without the records of approvals."""
        return SparseTree(self.root, commit, without=APPROVALS)


@lru_cache(maxsize=2)
def policy_at(root: Path, commit: str) -> Policy:
    """Return the policies of a commit. Raises CongboError if they cannot be read."""
    return kept_policy(root, commit, own_store(git_folder(root)))


def gather(asked: Asked, policy: Policy) -> tuple[Change, Aftermath]:
    """Return the facts of a change and what it would make of the policies.

    ``asked.head`` may be the head of a branch (its records lie in refs/congbo/decisions/<id>) or a commit that merges one
    into the tip (it brings its records along). Raises CongboError for what git cannot answer.
    """
    commit = commit_facts(asked.root, asked.head)
    is_merge = (len(commit.parents) > 1 and commit.parents[0] == asked.tip) if asked.merging is None else asked.merging
    head = commit.parents[1] if is_merge and len(commit.parents) > 1 else commit.id
    expected = merged_tree(asked.root, asked.tip, head)
    merge = _merge(asked, commit, expected) if is_merge else None
    known = known_of(asked.root, asked.id or _id_of(merge), head, asked.tip)
    touched = touched_paths(asked.root, asked.tip, expected or head, "")
    base = _parted(asked.root, asked.tip, head)
    before, after = (_items(asked.tree(tree), touched, policy) for tree in (asked.tip, expected or head))
    records = records_of(_files(asked, known, commit, merge), known.arrived)
    change = Change(
        id=known.id,
        repository=known.repository,
        target=asked.target,
        tip=asked.tip,
        base=base,
        head=head,
        digest=_digest_of(asked.root, base, head),
        lands=_digest_of(asked.root, asked.tip, expected or head),
        touched=touched,
        before=before,
        after=after,
        commits=tuple(
            Authored(one.id, one.author, one.committer) for one in commits_between(asked.root, asked.tip, head)
        ),
        submissions=_submissions(asked, known, head, policy),
        records=records,
        merge=_with_known(asked, merge, known),
        used=known.used,
        policies=policies_in_force(asked.root, asked.tip, records),
        root=known.root_key,
        recovered=_recovered(asked, known, records),
    )
    return change, _aftermath(asked, touched, expected or head)


def _recovered(asked: Asked, known: Known, records: tuple[Record, ...]) -> bool:
    """Only a change that is itself a recovery has to know of an earlier one."""
    wanted = any(one.statement and one.statement.step == RECOVERY for one in records)
    return wanted and bool(recoveries(asked.root, asked.tip, known.root_key))


def _merge(asked: Asked, commit: Commit, expected: str | None) -> Merge:
    """Compare the merge with what git itself makes of its parents: all that may differ is one folder of records."""
    if expected is None or len(commit.parents) != 2:
        return Merge(commit.parents, conflict=expected is None)
    differing = difference(asked.root, expected, commit.tree)
    records = {one.path: taken_apart(one.path) for one in differing}
    folders = {record.folder for record in records.values() if record}
    plain = {one.path for one in differing if one.old_mode == "000000" and one.new_mode == "100644"}
    own = frozenset(path for path in plain if (record := records[path]) and {record.folder} == folders)
    return Merge(commit.parents, False, own, frozenset(records) - own)


def _id_of(merge: Merge | None) -> str:
    found = next((taken_apart(path) for path in sorted(merge.own)), None) if merge else None
    return found.change_id if found else ""


def _with_known(asked: Asked, merge: Merge | None, known: Known) -> Merge | None:
    if merge is None or not known.repository:
        return merge
    ref = ref_at(asked.root, f"{DECISIONS}{known.id}")
    stems = {path.rpartition(".")[0] for path in files_at(asked.root, ref, APPROVALS)} if ref else set()
    return Merge(merge.parents, merge.conflict, merge.own, merge.foreign, frozenset(stems))


def _files(asked: Asked, known: Known, commit: Commit, merge: Merge | None) -> Mapping[str, bytes]:
    if merge:
        folder = next((record.folder for path in merge.own if (record := taken_apart(path))), "")
        brought = files_at(asked.root, commit.id, folder) if folder else {}
        return {path: data for path, data in brought.items() if path in merge.own}
    ref = ref_at(asked.root, f"{DECISIONS}{known.id}")
    return files_at(asked.root, ref, APPROVALS) if ref else {}


def _submissions(asked: Asked, known: Known, head: str, policy: Policy) -> tuple[Submission, ...]:
    """The heads that were pushed. One that no receipt knows yet is its committer's, as long as nothing is merged."""
    found = [
        Submission(one.after, one.person, one.time, _digest(asked, one.after), one.number) for one in known.submitted
    ]
    if head not in {one.head for one in found} and not known.enforced:
        commit = commit_facts(asked.root, head)
        person = policy.people.by_email(commit.committer)
        found.append(Submission(head, person.id if person else "", commit.committed, _digest(asked, head)))
    return tuple(found)


def _digest(asked: Asked, head: str) -> str:
    return _digest_of(asked.root, _parted(asked.root, asked.tip, head), head)


@lru_cache(maxsize=64)
def _digest_of(root: Path, base: str, head: str) -> str:
    """Between two ids there is always the same, which is asked for several times."""
    return change_digest(root, base, head, "")


@lru_cache(maxsize=64)
def _parted(root: Path, tip: str, head: str) -> str:
    return merge_base(root, tip, head)


def _items(tree: Tree, touched: tuple[Touched, ...], policy: Policy) -> dict[str, Item]:
    """The items of the touched paths, and those whose folders touched files lie in."""
    pages = {page for one in touched if one.path.startswith(CONTENT) for page in _pages(one.path)}
    read = (read_page(tree, page, policy).item for page in sorted(pages) if tree.has(page))
    return {item.path: item for item in read if item}


def _pages(path: str) -> tuple[str, ...]:
    if path.endswith(".md"):
        return (path,)
    parts = path.split("/")
    return tuple("/".join(parts[:depth]) + ".md" for depth in range(4, len(parts)))


def _aftermath(asked: Asked, touched: tuple[Touched, ...], merged: str) -> Aftermath:
    if not any(one.path.startswith(POLICIES) for one in touched):
        return Aftermath()
    try:
        return Aftermath(load_policy(asked.tree(merged)))
    except CongboError as error:
        return Aftermath(fault=error.message)
