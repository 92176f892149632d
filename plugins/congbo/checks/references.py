"""References (CB-7).

What it checks: that units, persons, translations and items named in the front matter exist (a unit, a person in office and a
value of a vocabulary on their day), that attachments named there lie in the item's folder, and that no file in the folder is
left unnamed or takes the place of the item's page (index.html).
Why: a dangling reference becomes a broken link or a page that names a body which did not exist.
How to fix: correct the name, add the file, or let the board add the unit to policies/units.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.dates import holds
from congbo.facts.as_of import day_for
from congbo.facts.board import in_office
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.item import Image, Item
from congbo.place import Place

RULE = "CB-7"
CHECK = "references"
# How a text names a file beside it: as a link, as a picture with a caption, as a picture in HTML.
_WAYS = ("]({})", "]({} ", 'src="{}"')


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for every reference to a unit or file that is not there."""
    for item in corpus.items:
        yield from _units(corpus, item)
        yield from _holders(corpus, item)
        yield from _terms(corpus, item)
        yield from _files(corpus, item)


def check_others(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for every reference to an item that is not there, and for files of no item."""
    for item in corpus.items:
        yield from _items(corpus, item)
    yield from _strays(corpus)


def _values(corpus: Corpus, item: Item, *types: str) -> Iterator[tuple[str, str, str]]:
    """Yield field, front-matter key and value of the fields of some types."""
    for name, value in item.fields.items():
        if corpus.policy.types.fields[name].type in types:
            for one in value if isinstance(value, tuple) else (value,):
                yield name, corpus.policy.types.key_of(name), one.file if isinstance(one, Image) else str(one)


def _units(corpus: Corpus, item: Item) -> Iterator[Finding]:
    for field, key, name in _values(corpus, item, "unit", "units"):
        unit, day = corpus.policy.units.get(name), day_for(corpus, item, field)
        if unit is None:
            yield house_finding(RULE, CHECK, item.place(key), "references.unit", unit=name)
        elif not holds(unit.from_, unit.until, day):
            yield house_finding(RULE, CHECK, item.place(key), "references.unit_ended", unit=unit.name, day=day)


def _holders(corpus: Corpus, item: Item) -> Iterator[Finding]:
    board = corpus.policy.boards.get(item.portal)
    for field, key, name in _values(corpus, item, "holder"):
        day = day_for(corpus, item, field)
        named = [one for one in (board.holders if board else ()) if name in (one.id, one.role)]
        if not named:
            yield house_finding(RULE, CHECK, item.place(key), "references.holder", id=name, portal=item.portal)
        elif not in_office(named, day):
            words = {"person": named[-1].person, "day": day}
            yield house_finding(RULE, CHECK, item.place(key), "references.not_in_office", **words)


def _terms(corpus: Corpus, item: Item) -> Iterator[Finding]:
    for field, key, name in _values(corpus, item, "choice"):
        day = day_for(corpus, item, field)
        term = corpus.policy.vocabularies[corpus.policy.types.fields[field].vocabulary].get(name)
        if term and not holds(term.from_, term.until, day):
            words = {"term": term.name, "label": corpus.policy.types.label(field), "day": day}
            yield house_finding(RULE, CHECK, item.place(key), "references.term", **words)


def _items(corpus: Corpus, item: Item) -> Iterator[Finding]:
    for _, key, name in _values(corpus, item, "items", "translation"):
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
        yield from _kind(path)
    there = {path.rpartition("/")[2] for path in corpus.attachments(item)}
    named = set()
    for _, key, name in _values(corpus, item, "file", "files", "image", "table"):
        named.add(name)
        if name not in there:
            yield house_finding(RULE, CHECK, item.place(key), "references.file", file=name, folder=item.address.folder)
    for name in sorted(there - named):
        if not any(way.format(name) in item.body for way in _WAYS):
            yield house_finding(RULE, CHECK, item.place(), "references.unnamed", file=name)


def _kind(path: str) -> Iterator[Finding]:
    """A file named as the page is would take its place."""
    if path.rpartition("/")[2].casefold() == "index.html":
        yield house_finding(RULE, CHECK, Place(path), "references.page")


def _strays(corpus: Corpus) -> Iterator[Finding]:
    folders = {reading.path.removesuffix(".md") for reading in corpus.readings}
    for path in sorted(corpus.files):
        if path.rpartition("/")[0] not in folders and not path.lower().endswith(
            ".md"
        ):  # attachment_kind speaks of that one
            yield house_finding(RULE, CHECK, Place(path), "references.stray")
