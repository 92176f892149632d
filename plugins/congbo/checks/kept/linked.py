"""Items beside others that they speak of: what each shows, and what is said of translations of what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from congbo.checks.alone import Ground, Judged, judge_alone
from congbo.checks.kept.files import Known
from congbo.checks.kept.near import LINK, Near
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.sheets import Sheet, bare
from congbo.checks.kept.tables import Tables
from congbo.frozen import replace
from congbo.item import Reading


def sheet_of(scene: Scene, judged: Judged, old: Sheet | None = None) -> Sheet:
    """Return the sheet of an item that was judged by itself; what rules see of it is still what it was."""
    item = judged.reading.item if judged.reading else None
    shows, asks = scene.names(item)
    links = (f"{LINK}{item.portal}/{target}" for target in judged.links) if item else ()
    known = scene.history.files.get(judged.reading.path) if judged.reading else None
    seen = old.seen if old else frozenset()
    return Sheet(judged.reading, shows, asks | frozenset(links), seen, bare(known))


def ground_of(tables: Tables, scene: Scene, pages: Iterable[str], beside: tuple[Reading, ...] = ()) -> Ground:
    """Return what some items are judged on, ``beside`` others that they are about."""
    files = tuple(sorted(path for page in pages for path in tables.files.of_page(page)))
    return Ground(scene.policy, scene.tree, scene.today, scene.history, files, Known(tables.files), beside)


def say_linked(tables: Tables, scene: Scene, near: Near) -> set[str]:
    """Judge again, beside the original, translations of what was withdrawn: alone they do not know of it."""
    turned: set[str] = set()
    for page, sheet in near.pages.items():
        item = sheet.item
        original = near.corpus.by_id.get(item.translation) if item else None
        linked = original is not None and original.withdrawal is not None
        if linked or sheet.linked:
            beside = (Reading(original.path, original),) if original and original is not item else ()
            for _, judged in judge_alone(ground_of(tables, scene, [page], beside), [page]):
                turned |= tables.words.put(f"alone:{page}", judged.findings)
            tables.sheets.write([(page, replace(tables.sheets.of([page])[page], linked=linked))])
    return turned
