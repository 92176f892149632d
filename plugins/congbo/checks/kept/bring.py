"""Brings what is kept about a content up to date: judged again is what a change reaches, and nothing else (ADR 18)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from congbo.checks import HOUSE_CHECKS
from congbo.checks.alone import Ground, Judged, judge_alone, page_of
from congbo.checks.kept.copied import Held, Shared
from congbo.checks.kept.files import Known
from congbo.checks.kept.near import LINK, Near, everything, reached, said_near
from congbo.checks.kept.paths import say_names
from congbo.checks.kept.scene import Moved, Scene
from congbo.checks.kept.sheets import ASKED, SHOWN, Sheet, bare
from congbo.checks.kept.tables import Tables
from congbo.checks.kept.telling import tell
from congbo.checks.kept.whole import look, look_at_all, say_all, say_groups
from congbo.item import Reading


def bring(tables: Tables, scene: Scene, moved: Moved, *, whole: bool = False) -> set[str]:
    """Judge what differs from what is kept, and keep that; return the paths of which something else may be said now.

    ``whole``: nothing is kept yet.
    """
    return _Bringing(tables, scene, moved, whole).done()


@dataclass(frozen=True)
class _Changed:
    """Pages that were judged again, with their old sheets and their new ones; one of both may not be there."""

    old: Mapping[str, Sheet]
    new: Mapping[str, Sheet]
    prints: Mapping[str, bytes]

    @property
    def names(self) -> set[str]:
        return {name for sheet in (*self.old.values(), *self.new.values()) for name in sheet.shows}

    @property
    def gone(self) -> Mapping[str, Sheet]:
        return {page: sheet for page, sheet in self.old.items() if page not in self.new}


@dataclass(frozen=True)
class _Bringing:
    tables: Tables
    scene: Scene
    moved: Moved
    whole: bool

    def done(self) -> set[str]:
        come = {path for path in self.moved.here if self.whole or not self.tables.files.has(path)}
        gone = {path for path in self.moved.gone if self.tables.files.has(path)}
        self.tables.files.add(come)
        self.tables.files.drop(gone)
        addresses = self.tables.files.turn(come, gone)
        pages = {page_of(path) for path in (*self.moved.here, *gone, *self.moved.aged)}
        pages |= self.tables.sheets.by(ASKED, (f"{LINK}{portal}/{address}" for portal, address in addresses))
        turned, changed = self._alone(pages)
        near = self._near(changed)
        turned |= said_near(self.tables, self.scene, near, whole=self.whole)
        turned |= {path for page in changed.gone for path in self.tables.words.put(f"near:{page}", ())}
        turned |= self._wholes(near, changed)
        turned |= self._linked(near) | self._copies(near, changed)
        odd = {*self.scene.odd, *(self.tables.note("odd") or {})}
        turned |= say_names(self.tables, self.scene, {*come, *gone, *odd}, whole=self.whole)
        self.tables.write("odd", dict(self.scene.odd))
        turned |= self._asked() | self._undeclared()
        if not self.whole:  # a waiver may be for the bytes of a file, or for the item
            turned |= {*self.moved.here, *gone, *(f for page in changed.new for f in self.tables.files.of_page(page))}
        tell(self.tables, self.scene, turned)
        return turned

    def _alone(self, pages: set[str]) -> tuple[set[str], _Changed]:
        """Judge items by themselves."""
        old = {} if self.whole else self.tables.sheets.of(pages)
        ground = self._ground(pages)
        there = sorted({*ground.pages, *ground.files})
        turned, new, prints = set(), dict[str, Sheet](), dict[str, bytes]()
        for page, judged in judge_alone(ground, there):
            if judged.findings or not self.whole:
                turned |= self.tables.words.put(f"alone:{page}", judged.findings)
            new[page] = self._sheet(judged, old.get(page))
            prints[page] = judged.prints
            self.tables.sheets.rename(page, old.get(page), new[page])
        self.tables.sheets.write(new.items())
        for page in old.keys() - new.keys():
            turned |= self.tables.words.put(f"alone:{page}", ())
            self.tables.sheets.rename(page, old[page], None)
        return turned, _Changed(old, new, prints)

    def _ground(self, pages: Iterable[str], beside: tuple[Reading, ...] | None = None) -> Ground:
        scene = self.scene
        if self.whole and beside is None:
            return Ground(scene.policy, scene.tree, scene.today, scene.history, tuple(sorted(self.moved.here)))
        files = tuple(sorted(path for page in pages for path in self.tables.files.of_page(page)))
        known = Known(self.tables.files)
        return Ground(scene.policy, scene.tree, scene.today, scene.history, files, known, beside or ())

    def _sheet(self, judged: Judged, old: Sheet | None) -> Sheet:
        item = judged.reading.item if judged.reading else None
        shows, asks = self.scene.names(item)
        links = (f"{LINK}{item.portal}/{target}" for target in judged.links) if item else ()
        known = self.scene.history.files.get(judged.reading.path) if judged.reading else None
        seen = old.seen if old else frozenset()
        return Sheet(judged.reading, shows, asks | frozenset(links), seen, bare(known))

    def _near(self, changed: _Changed) -> Near:
        if self.whole:
            return everything(self.tables, self.scene)
        return reached(self.tables, self.scene, changed.new, changed.names)

    def _linked(self, near: Near) -> set[str]:
        """Judge again, beside the original, translations of what was withdrawn: alone they do not know of it."""
        turned: set[str] = set()
        for page, sheet in near.pages.items():
            item = sheet.item
            original = near.corpus.by_id.get(item.translation) if item else None
            linked = original is not None and original.withdrawal is not None
            if linked or sheet.linked:
                beside = (Reading(original.path, original),) if original and original is not item else ()
                for _, judged in judge_alone(self._ground([page], beside), [page]):
                    turned |= self.tables.words.put(f"alone:{page}", judged.findings)
                self.tables.sheets.write([(page, replace(self.tables.sheets.of([page])[page], linked=linked))])
        return turned

    def _wholes(self, near: Near, changed: _Changed) -> set[str]:
        if self.whole:
            look_at_all(self.tables, self.scene, near)
            return say_all(self.tables, self.scene, near.corpus)
        groups = look(self.tables, self.scene, near, changed.gone, changed.new)
        return say_groups(self.tables, self.scene, groups)

    def _copies(self, near: Near, changed: _Changed) -> set[str]:
        corpus, items = near.corpus, near.corpus.by_path
        held: Held = {
            page: (prints, items[page].lang, corpus.judged_on(items[page]).toordinal())
            for page, prints in changed.prints.items()
            if page in items
        }
        shared = Shared(self.tables, self.scene, self.whole)
        without = {page for page in (*changed.old, *changed.new) if page not in held}
        found = shared.write_all(held) if self.whole else shared.write(held, without)
        self.tables.sheets.drop(changed.gone)
        return found

    def _asked(self) -> set[str]:
        """Say what policies say of items: they are asked each time, and ask for few."""
        turned: set[str] = set()
        for name, check in HOUSE_CHECKS.items():
            if check.asked_by:
                pages = self.tables.sheets.by(SHOWN, check.asked_by(self.scene.policy))
                corpus = self.scene.corpus(self.tables.sheets.of(pages).values())
                turned |= self.tables.words.put(f"asked:{name}", check.around(corpus))
        return turned

    def _undeclared(self) -> set[str]:
        """Say what checks say that do not declare how far they look."""
        if not self.scene.undeclared:
            return set()
        corpus = everything(self.tables, self.scene).corpus
        found = (finding for check in self.scene.undeclared for finding in check(corpus))
        return self.tables.words.put("undeclared", found)
