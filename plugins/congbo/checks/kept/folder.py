"""The findings about a working folder, whose files are known to be others by their states (ADR 9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from congbo.checks.judge import judge
from congbo.checks.kept.anew import begin
from congbo.checks.kept.bring import bring
from congbo.checks.kept.scene import Moved, Scene
from congbo.checks.kept.snapshot import other_history
from congbo.checks.kept.tables import Tables, used
from congbo.facts.corpus import load_corpus
from congbo.finding import Finding
from congbo.history.kept import changed_since
from congbo.store import State, Store

FILE = "folder.sqlite"


class Folder(Struct, frozen=True):
    """A working folder: the states of its files, what of it is no plain file, and the commit that it is based on.

    ``basis`` names all else that findings depend on; ``scene`` gives what they are judged on, if that is needed.
    """

    top: Path
    content: State
    odd: Mapping[str, str]
    commit: str
    basis: str
    scene: Callable[[], Scene]

    def findings(self, store: Store) -> list[Finding]:
        """Return every finding about the content of the folder, in reading order: what ``judge`` says of it."""
        found = used(store.beside(FILE), self._brought)
        return self._judged() if found is None else found

    def _brought(self, tables: Tables) -> list[Finding]:
        whole = tables.note("basis") != self.basis
        if whole:
            tables.wipe()
        known: State = tables.note("states") or {}
        moved = self._moved(tables, known, self.commit if whole else tables.note("commit"))
        if whole or moved != Moved() or tables.note("odd") != self.odd:
            (begin if whole else bring)(tables, self.scene(), moved)
            tables.write("states", dict(self.content))
            tables.write("basis", self.basis)
        if whole or tables.note("commit") != self.commit:
            tables.write("commit", self.commit)
        return tables.words.all()

    def _moved(self, tables: Tables, known: State, commit: str) -> Moved:
        here = frozenset(path for path, state in self.content.items() if known.get(path) != state)
        return Moved(here, frozenset(known.keys() - self.content.keys()), frozenset(self._aged(tables, commit)))

    def _aged(self, tables: Tables, commit: str) -> set[str]:
        """Return the files whose history is another one since the folder was based on another commit."""
        if commit == self.commit:
            return set()
        aged = changed_since(self.top, commit, self.commit) if commit and self.commit else None
        return other_history(tables, self.scene().history) if aged is None else aged

    def _judged(self) -> list[Finding]:
        scene = self.scene()
        return list(judge(load_corpus(scene.tree, scene.policy, scene.today, scene.history)))
