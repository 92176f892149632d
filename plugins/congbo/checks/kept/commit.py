"""The findings about the content of a commit, which a later commit's are worked out from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from congbo.checks.judge import judge
from congbo.checks.kept.anew import begin
from congbo.checks.kept.bring import bring
from congbo.checks.kept.scene import Moved, Scene
from congbo.checks.kept.snapshot import Difference, listed, policies_of, since
from congbo.checks.kept.tables import Tables, used
from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.enrolled import APPROVALS
from congbo.finding import Finding
from congbo.forked import apart
from congbo.history import History
from congbo.history.batched import BatchTree
from congbo.history.digests import POLICIES
from congbo.history.kept import kept_history
from congbo.policy import Policy
from congbo.policy.kept import kept_policy
from congbo.store import Store, code_state, digest

FILE = "judged.sqlite"
T = TypeVar("T")
Use = Callable[[Tables, Scene], T]


def kept_findings(root: Path, commit: str, today: date, store: Store) -> list[Finding]:
    """Return every finding about the content of a commit, in reading order: what ``judge`` says of it.

    ``root`` is the repository's top or git folder, ``commit`` a full id. Work is proportional to what has changed since the
    commit that was judged last on the same day under the same policies, if this one comes from it. Raises CongboError if git
    fails, the clone is shallow, or the policies cannot be read.
    """
    one = Commit(root, commit, today, store)
    # All of a content is judged by a process of its own: what follows needs the memory.
    return _found(one) if one.known else apart(partial(_found, one))


def _found(one: Commit) -> list[Finding]:
    found = one.use(lambda tables, _: tables.words.all())
    return list(judge(one.corpus_of_all())) if found is None else found


class Commit(Struct, frozen=True, dict=True):
    """One commit of a repository, on a day, and the store of what is known about it."""

    root: Path
    id: str
    today: date
    store: Store

    def use(self, of: Use[T]) -> T | None:
        """Return what a function makes of the rows of this commit, which are brought up to date before.

        Where a file cannot be used, rows in memory are made instead; None if a database cannot hold this content at all.
        """
        return used(self.store.beside(FILE), lambda tables: of(tables, self._brought(tables)))

    @property
    def known(self) -> bool:
        """Tell whether something is kept from which the findings of this commit can be worked out."""
        return used(self.store.beside(FILE), lambda tables: tables.note("basis") == self.basis) or False

    def corpus_of_all(self) -> Corpus:
        """Return the corpus of the commit, read anew."""
        return load_corpus(self.tree, self.policy, self.today, self.history)

    def _brought(self, tables: Tables) -> Scene:
        found = self._difference(tables)
        whole = found is None
        if found is None:
            tables.wipe()
            found = listed(self.tree)
        scene = Scene(self.policy, self.tree, self.today, self.history, found.odd)
        if whole or tables.note("commit") != self.id:
            (begin if whole else bring)(tables, scene, found.moved)
            tables.write("basis", self.basis)
            tables.write("commit", self.id)
        return scene

    def _difference(self, tables: Tables) -> Difference | None:
        """Return what differs from what is kept; None if that is of no use."""
        if tables.note("basis") != self.basis:
            return None
        old, odd = tables.note("commit"), tables.note("odd")
        return Difference(Moved(), odd) if old == self.id else since(self.root, old, self.id, odd, tables, self.history)

    @cached_property
    def basis(self) -> str:
        """Return the name of everything that findings depend on beside the content and its history."""
        return digest(code_state(), policies_of(self.root, self.id), self.today)

    @cached_property
    def tree(self) -> BatchTree:
        """Return the commit's files."""
        return BatchTree(self.root, self.id)

    @cached_property
    def history(self) -> History:
        """Return the commit's history."""
        return kept_history(self.root, self.id, self.store, code_state())

    @cached_property
    def policy(self) -> Policy:
        """Return the commit's policies."""
        return kept_policy(self.root, self.id, self.store)

    def fetch_policies(self) -> None:
        """Make the policies ready to be read."""
        self.tree.fetch([path for path in self.tree.paths(POLICIES) if not path.startswith(f"{APPROVALS}/")])
