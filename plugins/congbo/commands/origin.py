"""What is published: a commit in a repository, or a working folder that stands on one; and what its parts are, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from congbo.frozen import replace
from congbo.history import History
from congbo.history.between import differing, entries_at
from congbo.history.kept import changed_since, kept_history
from congbo.policy import Policy, load_policy
from congbo.policy.kept import kept_policy
from congbo.shelf.account import State
from congbo.store import Store, code_state, digest
from congbo.tree import Tree

CONTENT, POLICIES, THEME, SETTINGS = "content/", "policies/", "theme/", "pelicanconf.py"
APPROVALS, RECORDS, KEYS = "policies/approvals", "policies/records", "policies/keys"
# By these a content file becomes an item; by Pelican's settings, in a run of Pelican.
_READING = ("policies/types.yml", "policies/vocabularies", SETTINGS)


@dataclass(frozen=True)
class Origin:
    """``repository``: its top or git folder. ``dirty``: the paths that the working folder holds otherwise than the commit.

    ``tree``: the files; ``folder``: where the theme and Pelican's settings lie on disk; ``branch``: that of the register.
    """

    repository: Path
    git_folder: Path
    commit: str
    dirty: frozenset[str]
    tree: Tree
    folder: Path
    branch: str = "refs/heads/main"

    @cached_property
    def store(self) -> Store:
        """Return the facts that are kept about the repository."""
        return Store(self.git_folder / "congbo/facts.sqlite")

    @cached_property
    def policy(self) -> Policy:
        """Return the policies, read again only if a file of them has changed; approvals are no part of them."""
        if self.commit and not any(path.startswith(POLICIES) for path in self.dirty):
            return kept_policy(self.repository, self.commit, self.store)
        return load_policy(self.tree)

    @cached_property
    def history(self) -> History:
        """Return the history of the commit, each file's when it is asked for."""
        if not self.commit:
            return History(changed=self.dirty)
        return replace(kept_history(self.repository, self.commit, self.store, code_state()), changed=self.dirty)

    def state(self, wanted: str, decisions: str) -> State:
        """Return the names of everything that a build is a function of."""
        return State(
            code=code_state(),
            commit=self.commit,
            dirty=self.dirty,
            reading=self._named(_says_how_to_read),
            policy=self._named(_rules_pages),
            decisions=decisions,
            theme=self._named(_looks),
            wanted=wanted,
        )

    def changed_since(self, state: State) -> frozenset[str] | None:
        """Return the paths that may be others than in a state; None if anything may be."""
        if not (self.commit and state.commit):
            return None
        names = (CONTENT, RECORDS, APPROVALS)
        between = differing(self.repository, state.commit, self.commit, *names)
        past = changed_since(self.repository, state.commit, self.commit)
        if between is None or past is None:
            return None
        return frozenset((*between, *past, *self.dirty, *state.dirty))

    @cached_property
    def _entries(self) -> dict[str, str]:
        names = (POLICIES, THEME, SETTINGS)
        found = entries_at(self.repository, self.commit, *names) if self.commit else {}
        return {path: entry.blob for path, entry in found.items()}

    def _named(self, wanted: Callable[[str], bool]) -> str:
        """The name of the entries that are wanted, and of what the working folder holds in their place."""
        known = {path: blob for path, blob in self._entries.items() if wanted(path)}
        over = sorted(filter(wanted, self.dirty))
        held = [(path, digest(self.tree.read(path)) if self.tree.has(path) else "") for path in over]
        return digest(sorted(known.items()), held)


def _says_how_to_read(path: str) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in _READING)


def _looks(path: str) -> bool:
    return path.startswith(THEME)


def _rules_pages(path: str) -> bool:
    return path.startswith(POLICIES) and path not in (APPROVALS, RECORDS, KEYS)
