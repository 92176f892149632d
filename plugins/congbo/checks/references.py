"""References (CB-7).

What it checks: that units, translations and items named in the front matter exist (a unit on the day of the item), that
attachments named there lie in the item's folder, and that no file in the folder is left unnamed, is a symbolic link or
takes the place of the item's page (index.html).
Why: a dangling reference becomes a broken link or a page that names a body which did not exist.
How to fix: correct the name, add the file, or let the board add the unit to policies/units.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.dates import holds
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.item import Image, Item
from congbo.place import Place

RULE = "CB-7"
CHECK = "references"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for every reference to nothing."""
    for item in corpus.items:
        yield from _units(corpus, item)
        yield from _items(corpus, item)
        yield from _files(corpus, item)
    yield from _strays(corpus)


def _values(corpus: Corpus, item: Item, *types: str) -> Iterator[tuple[str, str]]:
    for name, value in item.fields.items():
        if corpus.policy.types.fields[name].type in types:
            for one in value if isinstance(value, tuple) else (value,):
                yield corpus.policy.types.key_of(name), one.file if isinstance(one, Image) else str(one)


def _units(corpus: Corpus, item: Item) -> Iterator[Finding]:
    day = corpus.judged_on(item)
    for key, name in _values(corpus, item, "unit", "units"):
        unit = corpus.policy.units.get(name)
        if unit is None:
            yield house_finding(RULE, CHECK, item.place(key), "references.unit", unit=name)
        elif not holds(unit.from_, unit.until, day):
            yield house_finding(RULE, CHECK, item.place(key), "references.unit_ended", unit=unit.name, day=day)


def _items(corpus: Corpus, item: Item) -> Iterator[Finding]:
    for key, name in _values(corpus, item, "items", "translation"):
        if name not in corpus.by_id:
            yield house_finding(RULE, CHECK, item.place(key), "references.item", id=name)
    if not item.translation:
        return
    original = corpus.by_id.get(item.translation)
    if original is None:
        yield house_finding(RULE, CHECK, item.place("translation"), "references.item", id=item.translation)
    elif original.lang == item.lang or original.portal != item.portal:
        yield house_finding(RULE, CHECK, item.place("translation"), "references.translation", id=item.translation)


def _files(corpus: Corpus, item: Item) -> Iterator[Finding]:
    for path in corpus.attachments(item):
        yield from _kind(corpus, path)
    there = {path.rpartition("/")[2] for path in corpus.attachments(item)}
    named = set()
    for key, name in _values(corpus, item, "file", "files", "image", "table"):
        named.add(name)
        if name not in there:
            yield house_finding(RULE, CHECK, item.place(key), "references.file", file=name, folder=item.address.folder)
    for name in sorted(there - named):
        if f"]({name})" not in item.body:
            yield house_finding(RULE, CHECK, item.place(), "references.unnamed", file=name)


def _kind(corpus: Corpus, path: str) -> Iterator[Finding]:
    """A link may lead out of the repository; a file named as the page is would take its place."""
    if not corpus.tree.has(path):
        yield house_finding(RULE, CHECK, Place(path), "references.link")
    elif path.rpartition("/")[2].casefold() == "index.html":
        yield house_finding(RULE, CHECK, Place(path), "references.page")


def _strays(corpus: Corpus) -> Iterator[Finding]:
    folders = {reading.path.removesuffix(".md") for reading in corpus.readings}
    for path in sorted(corpus.files):
        if path.rpartition("/")[0] not in folders:
            yield house_finding(RULE, CHECK, Place(path), "references.stray")
