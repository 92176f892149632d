"""A change beside what is kept of its base: judged in the rows of the base, which are then put back as they were (ADR 10)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from congbo.checks import told
from congbo.checks.alone import page_of
from congbo.checks.kept.bring import bring
from congbo.checks.kept.scene import Files, Moved, Scene
from congbo.checks.kept.sheets import SHOWN, Sheet
from congbo.checks.kept.snapshot import Odd
from congbo.checks.kept.tables import Tables
from congbo.checks.kept.telling import tell
from congbo.checks.reach import id_name
from congbo.facts.change import brought
from congbo.facts.corpus import Corpus, read_page
from congbo.finding import Finding
from congbo.frozen import replace
from congbo.history import FileHistory, History
from congbo.item import Item, Reading
from congbo.tree import Tree


class Changing(Struct, frozen=True):
    """What a change does to the content of its base: the files that it touches, all of them as they are after the merge."""

    commit: str
    touched: frozenset[str]
    moved: Moved
    odd: Odd
    tree: Tree

    @property
    def content(self) -> frozenset[str]:
        """Return the files of the content that the change touches."""
        return self.moved.here | self.moved.gone


def brought_by(tables: Tables, base: Scene, change: Changing) -> tuple[Finding, ...]:
    """Return the findings that are the change's: all in files that it touches, elsewhere those that the base had not."""
    tables.mark()
    try:
        turned = change.touched | _Merged(tables, base, change).judged()
        now = tables.words.told(turned)
    finally:
        tables.undo()
    return brought(tables.words.told(turned), now, change.touched)


class _Merged(Struct, frozen=True, dict=True):
    tables: Tables
    base: Scene
    change: Changing

    def judged(self) -> set[str]:
        """Judge the content after the merge; return the paths of which something else may be said then."""
        before = self._before
        scene = Scene(self.base.policy, self.change.tree, self.base.today, self._history, self.change.odd)
        turned = bring(self.tables, scene, self.change.moved)
        edits = self.tables.words.put("told", told.check_edits(self._after(scene, before)))
        tell(self.tables, scene, edits)
        return turned | edits

    @cached_property
    def _pages(self) -> frozenset[str]:
        """The items that the change touches, itself or in their files."""
        return frozenset(page_of(path) for path in (*self.change.moved.here, *self.change.moved.gone))

    @cached_property
    def _readings(self) -> Mapping[str, Reading]:
        """What the change's own items say, with their bodies."""
        pages = sorted(path for path in self.change.moved.here if path.endswith(".md"))
        return {page: read_page(self.change.tree, page, self.base.policy) for page in pages}

    @cached_property
    def _sheets(self) -> Mapping[str, Sheet]:
        """What the base has of the items that the change touches, and of those with the same ids."""
        own = self.tables.sheets.of(self._pages)
        ids = {id_name(item.id) for item in (*_items(own.values()), *self._new)}
        return own | self.tables.sheets.of(self.tables.sheets.by(SHOWN, ids | self.tables.sheets.doubled(id_name(""))))

    @cached_property
    def _new(self) -> tuple[Item, ...]:
        return tuple(reading.item for reading in self._readings.values() if reading.item)

    @cached_property
    def _history(self) -> History:
        """The base's history; an item that has moved keeps its first day, and what is gone has none."""
        touched = self.change.content
        gone: dict[str, FileHistory | None] = dict.fromkeys(path for path in touched if not self.change.tree.has(path))
        return History(self.change.commit, Files(gone | dict(self._moved()), self.base.history.files), touched)

    def _moved(self) -> Iterator[tuple[str, FileHistory]]:
        there = {item.path: item for item in _items(self._sheets.values())}
        after = {item.path for item in self._new} | (there.keys() - self.change.touched)
        for item in self._new:
            source = next((there[path] for path in sorted(there) if there[path].id == item.id), None)
            if source and item.path not in there and source.path not in after:
                known = self.base.history.files.get(source.path)
                if known:
                    yield item.path, known._replace(earlier_paths=(*known.earlier_paths, source.path))

    @cached_property
    def _before(self) -> Corpus:
        """The items of the base that the change may alter in silence, with their bodies and files."""
        pages = [page for page, sheet in sorted(self._sheets.items()) if sheet.reading]
        files = frozenset(path for page in pages for path in self.tables.files.of_page(page) if path != page)
        readings = self._read(self.base, pages)
        return replace(self.base.corpus(), readings=readings, files=files, history=self.base.history)

    def _after(self, scene: Scene, before: Corpus) -> Corpus:
        ids = {id_name(item.id) for item in before.items}
        pages = {*self._readings, *self.tables.sheets.by(SHOWN, ids), *(reading.path for reading in before.readings)}
        there = sorted(page for page in pages if self.tables.files.has(page))
        files = frozenset(path for page in there for path in self.tables.files.of_page(page) if path != page)
        corpus = replace(scene.corpus(), readings=self._read(scene, there), files=files, before=before)
        return replace(corpus, history=scene.history)

    def _read(self, scene: Scene, pages: Sequence[str]) -> tuple[Reading, ...]:
        return tuple(read_page(scene.tree, page, scene.policy) for page in pages)


def _items(sheets: Collection[Sheet]) -> list[Item]:
    return [sheet.item for sheet in sheets if sheet.item]
