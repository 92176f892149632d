"""What is said of items beside those that they find by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from congbo.checks import HOUSE_CHECKS
from congbo.checks.alone import page_of
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.sheets import ASKED, SHOWN, Sheet
from congbo.checks.kept.tables import Tables
from congbo.facts.corpus import Corpus
from congbo.finding import Finding

LINK = "to:"  # what an item asks for by a link: an address, which no item shows


class Near(Struct, frozen=True):
    """Items that a change reaches, and a corpus in which they find whatever they look for."""

    pages: Mapping[str, Sheet]
    corpus: Corpus


def everything(tables: Tables, scene: Scene) -> Near:
    """Return all items."""
    return among(tables, scene, tables.sheets.all())


def among(tables: Tables, scene: Scene, pages: Mapping[str, Sheet]) -> Near:
    """Return all items, whose sheets are known."""
    files = (path for path in tables.files.all() if not path.endswith(".md"))
    return Near(pages, scene.corpus(pages.values(), files))


def reached(tables: Tables, scene: Scene, pages: Collection[str], names: Collection[str]) -> Near:
    """Return the items of some pages and those that show one of the names, or ask for one."""
    beside = tables.sheets.by(SHOWN, names) | tables.sheets.by(ASKED, names)
    found = tables.sheets.of({*pages, *beside})
    wanted = {name for sheet in found.values() for name in (*sheet.shows, *sheet.asks) if not name.startswith(LINK)}
    around = tables.sheets.of(tables.sheets.by(SHOWN, wanted) - found.keys())
    files = (path for page in found for path in tables.files.of_page(page) if path != page)
    return Near(found, scene.corpus((*found.values(), *around.values()), files))


def said_near(tables: Tables, scene: Scene, near: Near) -> set[str]:
    """Say anew what is said of the items; return the paths where something else is said now."""
    said, _ = _said(scene, near)
    return {path for page in near.pages for path in tables.words.put(f"near:{page}", said.get(page, ()))}


def say_all_near(tables: Tables, scene: Scene, near: Near) -> None:
    """Say what is said of all items, and what the same checks say of none, where nothing is said yet."""
    said, of_none = _said(scene, near)
    for page, findings in said.items():
        tables.words.put(f"near:{page}", findings)
    tables.words.put("policies", of_none)


def _said(scene: Scene, near: Near) -> tuple[Mapping[str, list[Finding]], list[Finding]]:
    """Return what is said by page, and what is said of no page."""
    said: dict[str, list[Finding]] = defaultdict(list)
    of_none: list[Finding] = []
    files = {page for page, sheet in near.pages.items() if sheet.reading} | near.corpus.files
    for finding, of_wholes in _found(scene, near.corpus):
        path = finding.place.path
        if path in files:
            said[page_of(path)].append(finding)
        elif not of_wholes:
            of_none.append(finding)
    return said, of_none


def _found(scene: Scene, corpus: Corpus) -> Iterator[tuple[Finding, bool]]:
    """Yield what checks find that reach from item to item, and whether what they say of no item is said of a whole."""
    for house in HOUSE_CHECKS.values():
        if house.reach:
            yield from ((finding, False) for finding in house.around(corpus))
    for check, one in scene.rules:
        if (check.reach and not check.by_prints(one.rule)) or check.of_policies:
            yield from ((finding, check.sight is not None) for finding in check.run(corpus, one))
