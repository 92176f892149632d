"""What ``congbo check --base`` judges: a change, by the policies of the branch that it is meant for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from congbo.checks.judge import judge, wanted
from congbo.checks.kept import Changing, Commit, brought_by, moved_by, odd_after
from congbo.checks.kept.scene import Moved, Scene
from congbo.checks.kept.tables import Tables
from congbo.errors import CongboError, refuse
from congbo.facts.change import after, brought, looked_into
from congbo.facts.corpus import CONTENT, Corpus, load_corpus
from congbo.facts.merged import Merged
from congbo.finding import Finding, Severity
from congbo.history import read_history
from congbo.history.batched import BatchTree, visible
from congbo.history.commits import commit_id
from congbo.history.digests import APPROVALS, touched_paths
from congbo.history.model import Touched
from congbo.history.parting import changed_paths, merge_base
from congbo.history.quick import git_folder, odd_entries, top_of
from congbo.message import say
from congbo.output.report import Note
from congbo.policy import Policy, load_policy
from congbo.policy.load import ROOT as POLICIES
from congbo.store.own import own_store
from congbo.tree import FolderTree, Tree, is_listed

SHOWN = 3


@dataclass(frozen=True)
class Change:
    """A change: the revision it is meant for, its own (None: the working folder), and the paths that it touches.

    ``differing``: what git says of these paths, None of the working folder.
    """

    top: Path
    base: str
    head: str | None
    base_commit: str
    head_commit: str
    differing: tuple[Touched, ...] | None
    touched: frozenset[str]
    today: date

    @cached_property
    def before(self) -> Corpus:
        """Return the repository at the base. Raises CongboError if the base's policies cannot be read."""
        from congbo.history.revision import RevisionTree

        tree = RevisionTree(self.top, self.base_commit)
        return load_corpus(tree, self.policy, self.today, read_history(self.top, self.base_commit))

    @cached_property
    def after(self) -> Corpus:
        """Return the repository as it would be after the merge, under the policies of the base."""
        return after(self.before, self._changed, self.touched, self.head_commit)

    @cached_property
    def policy(self) -> Policy:
        """Return the policies of the base. Raises CongboError if they cannot be read."""
        try:
            return self._base.policy
        except CongboError as error:
            raise refuse("change.base_policies", error.place, base=self.base, detail=error.message) from error

    @cached_property
    def tree(self) -> Tree:
        """Return the files as they would be after the merge."""
        return Merged(self._base.tree, self._changed, self._content)

    @property
    def content(self) -> Collection[str]:
        """Return the paths of the content, before and after: of what was deleted one may ask as well."""
        return frozenset((*self._base.tree.paths(CONTENT), *self.tree.paths(CONTENT)))

    @property
    def pages(self) -> tuple[str, ...]:
        """Return the paths of the items that the change adds or alters."""
        return tuple(path for path in sorted(self._moved.here) if path.endswith(".md"))

    def findings(self, portals: Sequence[str], paths: Sequence[str]) -> tuple[Finding, ...]:
        """Return what is wrong with the change, in reading order."""
        if not self._content:
            return ()  # policies count from the merge on
        assert self.policy  # noqa: S101  # that they cannot be read is said in words of its own
        found = self._base.use(self._brought)
        return wanted(self.found_anew() if found is None else found, portals, paths)

    def _brought(self, tables: Tables, base: Scene) -> tuple[Finding, ...]:
        odd = {**{path: kind for path, kind in base.odd.items() if path not in self._content}, **self._odd}
        return brought_by(tables, base, Changing(self.head_commit, self.touched, self._moved, odd, self.tree))

    def found_anew(self) -> tuple[Finding, ...]:
        """Return the same for the whole change by judging everything before and after: where nothing can be kept."""
        if not self._content:
            return ()
        before = judge(self.before)
        looked_into(self.before, self.after, self.touched)
        return brought(before, judge(self.after), self.touched)

    def notes(self) -> list[Note]:
        """Return what the findings do not say: that nothing differs, that policies differ, and that they cannot be read."""
        if not self.touched:
            return [Note(say("change.none", base=self.base))]
        # Records of approvals, which every merge brings along, are no part of the policies.
        policies = sorted(path for path in self.touched - self._content if not path.startswith(APPROVALS))
        if not policies:
            return []
        shown = [*policies[:SHOWN], *(["…"] if len(policies) > SHOWN else [])]
        told = Note(say("change.policies", count=len(policies), paths=shown, base=self.base), Severity.WARNING)
        return [told, *self._unreadable(frozenset(policies))]

    def _unreadable(self, policies: frozenset[str]) -> list[Note]:
        self._base.fetch_policies()
        try:
            load_policy(Merged(self._base.tree, self._changed, policies))
        except CongboError as error:
            told = say("change.policies_unreadable", detail=error.message)
            return [Note(told, Severity.ERROR, error.place)]
        return []

    @cached_property
    def _base(self) -> Commit:
        return Commit(self.top, self.base_commit, self.today, own_store(git_folder(self.top)))

    @cached_property
    def _content(self) -> frozenset[str]:
        return frozenset(path for path in self.touched if path.startswith(f"{CONTENT}/"))

    @cached_property
    def _changed(self) -> Tree:
        """The files of the change, those that it touches ready to be read."""
        if self.head is None:
            return FolderTree(self.top, lambda: odd_entries(self.top))
        tree = BatchTree(self.top, self.head_commit)
        tree.fetch(self.touched)
        return tree

    @cached_property
    def _moved(self) -> Moved:
        if self.differing is not None:
            return moved_by(self.differing)
        here = frozenset(path for path in visible(self._content) if is_listed(self.top / path))
        return Moved(here, self._content - here)

    @property
    def _odd(self) -> Mapping[str, str]:
        if self.differing is not None:
            return odd_after({}, [one for one in self.differing if one.path in self._content])
        return {path: kind for path, kind in self._changed.odd(CONTENT).items() if path in self._content}


def change(root: Path, base: str | None, head: str | None, today: date) -> Change:
    """Return the change from ``base`` to ``head`` (None: the working folder).

    Raises CongboError for an unknown revision, a shallow clone, and for two revisions without a common ancestor.
    """
    if base is None:
        raise refuse("change.head_alone")
    top = top_of(root)
    commits = commit_id(top, base), commit_id(top, "HEAD" if head is None else head)
    common = merge_base(top, *commits)
    if not common:
        raise refuse("change.unrelated", base=base, head=head or "HEAD")
    differing = touched_paths(top, common, commits[1], "") if head is not None else None
    touched = changed_paths(top, common) if differing is None else frozenset(one.path for one in differing)
    ours = (f"{CONTENT}/", f"{POLICIES}/")
    mine = frozenset(path for path in touched if path.startswith(ours))
    return Change(top, base, head, *commits, differing, mine, today)
