"""What is said of portals as wholes: again only of groups whose witnesses have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from congbo.checks.kept.groups import Group, Seen
from congbo.checks.kept.near import Near
from congbo.checks.kept.scene import Scene
from congbo.checks.kept.sheets import SHOWN, Sheet
from congbo.checks.kept.tables import Tables
from congbo.checks.reach import id_name
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.frozen import replace
from congbo.item import Item


def seen_of(scene: Scene, corpus: Corpus, item: Item | None) -> frozenset[Seen]:
    """Return what an item of the corpus is in the groups of rules."""
    sights = scene.sights.get(item.portal, ()) if item else ()
    return frozenset(
        (number, part, kind)
        for number, check, one in sights
        if check.sight and item
        for part, kind in check.sight.sees(corpus, one, item)
    )


def look(tables: Tables, scene: Scene, near: Near, gone: Mapping[str, Sheet], changed: Collection[str]) -> set[Group]:
    """Write what items are in groups now; return the groups of which something else may be said.

    ``near`` are the items whose view of others may have changed, ``changed`` those of them that have changed themselves.
    """
    turned: set[Group] = set()
    for page, sheet in (*gone.items(), *near.pages.items()):
        now = frozenset[Seen]() if page in gone else seen_of(scene, near.corpus, sheet.item)
        if page not in changed and now == sheet.seen:
            continue
        turned |= _witnessed(tables, scene, page, sheet.seen)
        tables.groups.see(page, sheet.seen, now)
        turned |= _witnessed(tables, scene, page, now)
        if page not in gone:
            tables.sheets.write([(page, replace(sheet, seen=now))])
    return turned


def _witnessed(tables: Tables, scene: Scene, page: str, seen: Iterable[Seen]) -> set[Group]:
    return {one[:2] for one in seen if tables.groups.is_witness(page, one, _enough(scene, one[0]))}


def _enough(scene: Scene, number: int) -> int:
    check, one = scene.rules[number]
    return check.sight.enough(one) if check.sight else 0


def say_groups(tables: Tables, scene: Scene, groups: Iterable[Group]) -> set[str]:
    """Say anew what is said of groups; return the paths where something else is said now."""
    parts: dict[int, set[str]] = defaultdict(set)
    for number, part in groups:
        parts[number].add(part)
    turned: set[str] = set()
    for number, some in sorted(parts.items()):
        witnesses = {page for part in some for page in tables.groups.witnesses((number, part), _enough(scene, number))}
        said = _said(scene, _corpus_of(tables, scene, witnesses), number)
        for part in some:
            turned |= tables.words.put(_source(number, part), said.get(part, ()))
    return turned


def say_all(tables: Tables, scene: Scene, corpus: Corpus) -> None:
    """Say of every whole what the corpus of all items shows."""
    for number, (check, _) in enumerate(scene.rules):
        if check.sight:
            for part, findings in _said(scene, corpus, number).items():
                tables.words.put(_source(number, part), findings)


def _said(scene: Scene, corpus: Corpus, number: int) -> Mapping[str, list[Finding]]:
    check, one = scene.rules[number]
    said: dict[str, list[Finding]] = defaultdict(list)
    for finding in check.run(corpus, one):
        of_item = check.reach is not None and finding.place.path in corpus.by_path  # ``near`` says it
        if check.sight and not of_item:
            said[check.sight.group(one, finding)].append(finding)
    return said


def _corpus_of(tables: Tables, scene: Scene, pages: Collection[str]) -> Corpus:
    """Return a corpus of items and of the originals that they translate: these tell whether a translation still holds."""
    sheets = tables.sheets.of(pages)
    items = [sheet.item for sheet in sheets.values()]
    originals = {id_name(item.translation) for item in items if item and item.translation}
    beside = tables.sheets.of(tables.sheets.by(SHOWN, originals) - sheets.keys())
    return scene.corpus((*sheets.values(), *beside.values()))


def _source(number: int, part: str) -> str:
    return f"whole:{number:06d}:{part}"
