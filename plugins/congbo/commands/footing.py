"""What a check stands on: the repository's files as they are, and what the last run has stored about them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from congbo.frozen import replace
from congbo.history import History, read_history, repository_root
from congbo.history.kept import kept_history
from congbo.history.quick import odd_entries, position
from congbo.store import State, Store, code_state, digest, state_of
from congbo.store.state import links_in
from congbo.tree import LINK, FolderTree

if TYPE_CHECKING:
    from congbo.checks.alone import Ground
    from congbo.checks.kept.folder import Folder
    from congbo.checks.kept.scene import Scene
    from congbo.policy import Policy

# Records of approvals: what they hold decides nothing for a check, only whether there are any.
APPROVALS, STATEMENT = "policies/approvals/", ".stmt"

FILE = "congbo/facts.sqlite"


@dataclass(frozen=True)
class Footing:
    """A working folder, the states of its files, the commit it is based on, and the store of what is known about them."""

    top: Path
    commit: str
    today: date
    store: Store
    content: State
    policies: State
    index: tuple[int, ...]

    @cached_property
    def basis(self) -> str:
        """Return the name of everything that findings depend on beside the content and its history."""
        return digest(code_state(), self._rules, self._decided, self.today)

    @cached_property
    def _rules(self) -> State:
        """The states of the policies, without those of the records of approvals, which decide nothing."""
        return {path: state for path, state in self.policies.items() if not path.startswith(APPROVALS)}

    @cached_property
    def _decided(self) -> bool:
        return any(path.startswith(APPROVALS) and path.endswith(STATEMENT) for path in self.policies)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Return the paths of the items."""
        return tuple(path for path in self.content if path.endswith(".md"))

    def page_of(self, path: str) -> str:
        """Return the item that a file is or belongs to; "" for a folder, for a file of no item and outside the content."""
        if path not in self.content:
            return ""
        page = path if path.endswith(".md") else f"{path.rpartition('/')[0]}.md"
        return page if page in self.content else ""

    @cached_property
    def policy(self) -> Policy:
        """Return the policy, read again only if a file of it has changed."""
        from congbo.policy import Policy, load_policy

        key = digest(code_state(), self._rules)
        stored = self.store.get("policy", key)
        if isinstance(stored, Policy):
            return stored
        policy = load_policy(FolderTree(self.top))
        self.store.put("policy", key, policy)
        return policy

    @cached_property
    def history(self) -> History:
        """Return the history of the commit; what the working folder holds otherwise is not asked for."""
        if not self.commit:
            return replace(read_history(self.top), changed=frozenset())
        return kept_history(self.top, self.commit, self.store, code_state())

    @cached_property
    def ground(self) -> Ground:
        """Return what the checks judge on."""
        from congbo.checks.alone import Ground

        tree = FolderTree(self.top, self._odd, self._links)
        return Ground(self.policy, tree, self.today, self.history, tuple(self.content))

    @property
    def folder(self) -> Folder:
        """Return what is judged as a whole."""
        from congbo.checks.kept.folder import Folder

        odd = {path: kind for path, kind in self._odd().items() if os.path.lexists(self.top / path)}
        links = dict.fromkeys(self._links, LINK)
        return Folder(self.top, self.content, odd | links, self.commit, self.basis, lambda: self._scene(odd | links))

    @property
    def _links(self) -> tuple[str, ...]:
        return (*links_in(self.content), *links_in(self.policies))

    def _scene(self, odd: Mapping[str, str]) -> Scene:
        from congbo.checks.kept.scene import Scene

        return Scene(self.policy, FolderTree(self.top, self._odd), self.today, self.history, odd)

    def _odd(self) -> Mapping[str, str]:
        """Return what git keeps as no plain file, asked again only if its index has changed."""
        stored: Mapping[str, str] | None = (
            self.store.get("odd", digest(code_state(), self.index)) if self.index else None
        )
        if stored is None:
            stored = odd_entries(self.top)
            self.store.put("odd", digest(code_state(), self.index), stored)
        return stored


def footing(root: Path, today: date) -> Footing:
    """Return the footing of the repository that ``root`` lies in. Raises CongboError if there is none."""
    known = position(root)
    top = known.top if known else repository_root(root)
    store = Store(known.git_folder / FILE if known else None)
    index = known.git_folder / "index" if known else None
    return Footing(
        top=top,
        commit=known.commit if known else "",
        today=today,
        store=store,
        content=state_of(top, "content"),
        policies=state_of(top, "policies"),
        index=(index.stat().st_size, index.stat().st_mtime_ns) if index and index.exists() else (),
    )
