"""Judges all of a content of which nothing is kept yet, and keeps what is said of it (ADR 18).

Most of the work is what items say by themselves: other processes do that, and write the sheets, while this one waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from congbo.checks.alone import Ground, Judged, judge_into
from congbo.checks.kept.asked import say_asked, say_undeclared
from congbo.checks.kept.copied import Shared
from congbo.checks.kept.linked import say_linked, sheet_of
from congbo.checks.kept.near import Near, among, say_all_near
from congbo.checks.kept.paths import say_all_names
from congbo.checks.kept.prints import Held
from congbo.checks.kept.scene import Moved, Scene
from congbo.checks.kept.sheets import Begun, written
from congbo.checks.kept.tables import Tables
from congbo.checks.kept.telling import tell
from congbo.checks.kept.whole import say_all, seen_of
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.frozen import replace


def begin(tables: Tables, scene: Scene, moved: Moved) -> None:
    """Judge all files of a content, and keep that in tables without rows."""
    paths = sorted(moved.here)
    tables.files.add(paths)
    tables.files.turn(paths, ())
    prints = _alone(tables, scene, paths)
    near = among(tables, scene, tables.sheets.all())
    held = _held(prints, near.corpus)
    rows = list(_begun(held, scene, near))
    tables.sheets.begin(rows)
    tables.groups.begin((one.page, one.sheet.seen) for one in rows)
    del rows
    say_all_near(tables, scene, near)
    say_all(tables, scene, near.corpus)
    say_linked(tables, scene, near)
    del near
    Shared(tables, scene).begin(held)
    say_all_names(tables, scene, paths)
    tables.write("odd", dict(scene.odd))
    say_asked(tables, scene)
    say_undeclared(tables, scene)
    tell(tables, scene, tables.words.paths())


class _Page(NamedTuple):
    """What another process says of an item: little that has to be unpacked here."""

    findings: tuple[Finding, ...]
    sheet: bytes
    prints: bytes


def _alone(tables: Tables, scene: Scene, paths: list[str]) -> dict[str, bytes]:
    """Judge items by themselves and keep their sheets; return what their bodies show."""
    _ = len(scene.history.files)  # read once, before the processes part
    ground = Ground(scene.policy, scene.tree, scene.today, scene.history, tuple(paths))
    prints: dict[str, bytes] = {}
    for page, one in judge_into(ground, sorted({*ground.pages, *ground.files}), partial(_page, scene)):
        if one.findings:
            tables.words.put(f"alone:{page}", one.findings)
        tables.sheets.lay(page, one.sheet, one.prints)
        prints[page] = one.prints
    return prints


def _page(scene: Scene, judged: Judged) -> _Page:
    return _Page(judged.findings, written(sheet_of(scene, judged)), judged.prints)


def _held(prints: Mapping[str, bytes], corpus: Corpus) -> Held:
    items = corpus.by_path
    return {
        page: (one, items[page].lang, corpus.judged_on(items[page]).toordinal())
        for page, one in prints.items()
        if page in items
    }


def _begun(held: Held, scene: Scene, near: Near) -> Iterator[Begun]:
    for page, sheet in near.pages.items():
        seen = seen_of(scene, near.corpus, sheet.item)
        yield Begun(page, replace(sheet, seen=seen) if seen else sheet, *held.get(page, (b"", None, None))[1:])
