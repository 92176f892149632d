"""What ``congbo check --base`` judges: a change, by the policies of the branch that it is meant for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from congbo.checks.judge import is_wanted, judge, wanted
from congbo.clock import today
from congbo.commands.common import Progress, out
from congbo.commands.reported import asked, reported
from congbo.commands.selection import exit_code, known_portals, repository_path
from congbo.errors import CANNOT_JUDGE, CongboError, refuse
from congbo.facts.change import after, brought, looked_into
from congbo.facts.corpus import CONTENT, Corpus, load_corpus
from congbo.facts.merged import Merged
from congbo.finding import Finding, Severity
from congbo.history import read_history, repository_root
from congbo.history.quick import odd_entries
from congbo.history.repository import commit_of
from congbo.history.revision import RevisionTree, changed_paths, merge_base
from congbo.message import say
from congbo.output import FORMATS
from congbo.output.report import Note
from congbo.policy import Policy, load_policy
from congbo.policy.load import ROOT as POLICIES
from congbo.tree import FolderTree, Tree

SHOWN = 3


@dataclass(frozen=True)
class Change:
    """A change: the revision it is meant for, its own (None: the working folder), and the paths that it touches."""

    top: Path
    base: str
    head: str | None
    base_commit: str
    head_commit: str
    touched: frozenset[str]
    today: date

    @cached_property
    def before(self) -> Corpus:
        """Return the repository at the base. Raises CongboError if the base's policies cannot be read."""
        tree = RevisionTree(self.top, self.base_commit)
        return load_corpus(tree, self._policy(tree), self.today, read_history(self.top, self.base_commit))

    @cached_property
    def after(self) -> Corpus:
        """Return the repository as it would be after the merge, under the policies of the base."""
        return after(self.before, self._tree, self.touched, self.head_commit)

    @property
    def content(self) -> Collection[str]:
        """Return the paths of the content, before and after: of what was deleted one may ask as well."""
        return frozenset((*self.before.tree.paths(CONTENT), *self.after.tree.paths(CONTENT)))

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Return the paths of the items that the change adds or alters."""
        return tuple(reading.path for reading in self.after.readings if reading.path in self.touched)

    def findings(self, portals: Sequence[str], paths: Sequence[str]) -> tuple[Finding, ...]:
        """Return what is wrong with the change, in reading order."""
        if not any(path.startswith(f"{CONTENT}/") for path in self.touched):
            return ()  # policies count from the merge on
        before = judge(self.before)
        looked_into(self.before, self.after, self.touched)
        return wanted(brought(before, judge(self.after), self.touched), portals, paths)

    def notes(self) -> list[Note]:
        """Return what the findings do not say: that nothing differs, that policies differ, and that they cannot be read."""
        if not self.touched:
            return [Note(say("change.none", base=self.base))]
        policies = sorted(path for path in self.touched if path.startswith(f"{POLICIES}/"))
        if not policies:
            return []
        shown = [*policies[:SHOWN], *(["…"] if len(policies) > SHOWN else [])]
        told = Note(say("change.policies", count=len(policies), paths=shown, base=self.base), Severity.WARNING)
        return [told, *self._unreadable(frozenset(policies))]

    def _unreadable(self, policies: frozenset[str]) -> list[Note]:
        try:
            load_policy(Merged(self.before.tree, self._tree, policies))
        except CongboError as error:
            told = say("change.policies_unreadable", detail=error.message)
            return [Note(told, Severity.ERROR, error.place)]
        return []

    @cached_property
    def _tree(self) -> Tree:
        if self.head is None:
            return FolderTree(self.top, lambda: odd_entries(self.top))
        return RevisionTree(self.top, self.head_commit)

    def _policy(self, tree: Tree) -> Policy:
        try:
            return load_policy(tree)
        except CongboError as error:
            raise refuse("change.base_policies", error.place, base=self.base, detail=error.message) from error


def main(args: Namespace, lang: str) -> int:
    """Print the findings of a change; the exit codes are those of ``congbo check``, and 2 if its policies cannot be read."""
    one = change(args.root, args.base, args.head, today(args.today))
    policy, pages = one.before.policy, one.pages
    known_portals(policy, args.portal)
    paths = [repository_path(one.top, one.content, args.root, path) for path in args.paths]
    chosen = [page for page in pages if is_wanted(page, tuple(args.portal), tuple(paths))]
    notes = one.notes()
    for note in notes:
        Progress(lang).tell(
            say("change.note", place=str(note.place), message=note.message) if note.place else note.message
        )
    report = replace(
        reported(one.findings(args.portal, paths), chosen, one.after.tree, notes),
        asked=asked(policy, chosen, one.after.tree, one.today),
    )
    out(FORMATS[args.format](report, lang))
    return (
        CANNOT_JUDGE
        if any(note.severity is Severity.ERROR for note in notes)
        else exit_code(report, strict=args.strict)
    )


def change(root: Path, base: str | None, head: str | None, today: date) -> Change:
    """Return the change from ``base`` to ``head`` (None: the working folder).

    Raises CongboError for an unknown revision, a shallow clone, and for two revisions without a common ancestor.
    """
    if base is None:
        raise refuse("change.head_alone")
    top = repository_root(root)
    commits = commit_of(top, base), commit_of(top, "HEAD" if head is None else head)
    common = merge_base(top, *commits)
    if not common:
        raise refuse("change.unrelated", base=base, head=head or "HEAD")
    touched = changed_paths(top, common, None if head is None else commits[1])
    ours = (f"{CONTENT}/", f"{POLICIES}/")
    return Change(top, base, head, *commits, frozenset(p for p in touched if p.startswith(ours)), today)
