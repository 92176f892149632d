"""Brings what is kept about a content up to date: judged again is what a change reaches, and nothing else (ADR 18)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from congbo.checks.alone import judge_alone, page_of
from congbo.checks.kept.asked import say_asked, say_undeclared
from congbo.checks.kept.copied import Shared
from congbo.checks.kept.linked import ground_of, say_linked, sheet_of
from congbo.checks.kept.near import LINK, Near, reached, said_near
from congbo.checks.kept.paths import say_names
from congbo.checks.kept.prints import Held
from congbo.checks.kept.scene import Moved, Scene
from congbo.checks.kept.sheets import ASKED, Sheet
from congbo.checks.kept.tables import Tables
from congbo.checks.kept.telling import tell
from congbo.checks.kept.whole import look, say_groups


def bring(tables: Tables, scene: Scene, moved: Moved) -> set[str]:
    """Judge what differs from what is kept, and keep that; return the paths of which something else may be said now."""
    return _Bringing(tables, scene, moved).done()


class _Changed(Struct, frozen=True):
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


class _Bringing(Struct, frozen=True):
    tables: Tables
    scene: Scene
    moved: Moved

    def done(self) -> set[str]:
        come = {path for path in self.moved.here if not self.tables.files.has(path)}
        gone = {path for path in self.moved.gone if self.tables.files.has(path)}
        self.tables.files.add(come)
        self.tables.files.drop(gone)
        addresses = self.tables.files.turn(come, gone)
        pages = {page_of(path) for path in (*self.moved.here, *gone, *self.moved.aged)}
        pages |= self.tables.sheets.by(ASKED, (f"{LINK}{portal}/{address}" for portal, address in addresses))
        turned, changed = self._alone(pages)
        near = reached(self.tables, self.scene, changed.new, changed.names)
        turned |= said_near(self.tables, self.scene, near)
        turned |= {path for page in changed.gone for path in self.tables.words.put(f"near:{page}", ())}
        groups = look(self.tables, self.scene, near, changed.gone, changed.new)
        turned |= say_groups(self.tables, self.scene, groups)
        turned |= say_linked(self.tables, self.scene, near) | self._copies(near, changed)
        odd = {*self.scene.odd, *(self.tables.note("odd") or {})}
        turned |= say_names(self.tables, self.scene, {*come, *gone, *odd})
        self.tables.write("odd", dict(self.scene.odd))
        turned |= say_asked(self.tables, self.scene) | say_undeclared(self.tables, self.scene)
        # A waiver may be for the bytes of a file, or for the item.
        turned |= {*self.moved.here, *gone, *(f for page in changed.new for f in self.tables.files.of_page(page))}
        tell(self.tables, self.scene, turned)
        return turned

    def _alone(self, pages: set[str]) -> tuple[set[str], _Changed]:
        """Judge items by themselves."""
        old = self.tables.sheets.of(pages)
        ground = ground_of(self.tables, self.scene, pages)
        turned, new, prints = set(), dict[str, Sheet](), dict[str, bytes]()
        for page, judged in judge_alone(ground, sorted({*ground.pages, *ground.files})):
            turned |= self.tables.words.put(f"alone:{page}", judged.findings)
            new[page] = sheet_of(self.scene, judged, old.get(page))
            prints[page] = judged.prints
            self.tables.sheets.rename(page, old.get(page), new[page])
        self.tables.sheets.write(new.items())
        for page in old.keys() - new.keys():
            turned |= self.tables.words.put(f"alone:{page}", ())
            self.tables.sheets.rename(page, old[page], None)
        return turned, _Changed(old, new, prints)

    def _copies(self, near: Near, changed: _Changed) -> set[str]:
        corpus, items = near.corpus, near.corpus.by_path
        held: Held = {
            page: (prints, items[page].lang, corpus.judged_on(items[page]).toordinal())
            for page, prints in changed.prints.items()
            if page in items
        }
        without = {page for page in (*changed.old, *changed.new) if page not in held}
        found = Shared(self.tables, self.scene).write(held, without)
        self.tables.sheets.drop(changed.gone)
        return found
