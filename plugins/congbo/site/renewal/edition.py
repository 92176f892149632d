"""One edition brought up to a new state: which rows differ, which outputs rest on them, and what those are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from typing import Protocol

from msgspec import Struct

from congbo.facts.corpus import Corpus
from congbo.shelf import Key, Row, Shelf, make, put, put_deeds, remove, row_of
from congbo.shelf.account import unsettle
from congbo.shelf.base import Base
from congbo.shelf.deeds import asked_of, of_items
from congbo.shelf.stored import Stored
from congbo.site.chrome import chrome_of
from congbo.site.index import Index
from congbo.site.kinds import KINDS, keys_of
from congbo.site.lines import Lines
from congbo.site.renewal.gathering import gather_again, gather_all
from congbo.site.renewal.outputs import Output, Outputs
from congbo.site.renewal.several import WORTH_PROCESSES, Render, made_by_several
from congbo.site.renewal.some import note_turns, some_at_a_time

# What pages rest on besides items: see ``Index`` and the facts that note it.
ITEM, SECTIONS, CHROME, DECISIONS = "item", "sections", "chrome", "decisions"

_PAGELESS = (
    "SELECT path FROM shown s WHERE edition = ? AND NOT EXISTS (SELECT 1 FROM output o WHERE o.edition = s.edition"
    " AND o.owner = s.path AND o.owner != '' AND o.kind = CASE s.state WHEN 'shown' THEN 'item' ELSE 'gone' END)"
)
_COUNTED = (
    "SELECT count(*) FROM shown WHERE edition = ?",
    "SELECT count(*) FROM output WHERE edition = ? AND kind IN ('item', 'gone')",
)


class Sink(Protocol):
    """Where outputs go: a release that is being written."""

    def put(self, path: str, data: bytes, source: str | None) -> None:
        """Let there be a file of these bytes."""

    def remove(self, path: str) -> None:
        """Let there be no file of that path."""


class Edition(Struct, frozen=True):
    """An edition of a portal: its rows, its outputs, and how a template is filled."""

    base: Base
    corpus: Corpus
    portal: str
    name: str
    render: Render

    @property
    def id(self) -> str:
        """Return the name by which rows and outputs are kept: ``portal/edition``."""
        return f"{self.portal}/{self.name}"

    @property
    def shelf(self) -> Shelf:
        """Return the rows."""
        return Shelf(self.base, self.id)

    @property
    def outputs(self) -> Outputs:
        """Return what was built."""
        return Outputs(self.base, self.id)

    def pageless(self, some: Iterable[str] | None = None) -> list[str]:
        """Return the items that are shown, or gone, and have no page: there must be none.

        ``some``: those that were looked at now. Of the others it is enough that there are as many pages as items: to look
        each up takes ten times as long.
        """
        if some is not None and self._as_many():
            words = f"{_PAGELESS} AND path = ?"
            return [path for one in some for (path,) in self.base.execute(words, (self.id, one)).fetchall()]
        return [path for (path,) in self.base.execute(f"{_PAGELESS} ORDER BY path", (self.id,)).fetchall()]

    def _as_many(self) -> bool:
        (items,), (pages,) = (self.base.execute(words, (self.id,)).fetchone() for words in _COUNTED)
        return bool(items == pages)

    def index(self, lines: Lines | None = None) -> Index:
        """Return the lookups, as of the rows that there are now."""
        return Index(self.corpus, self.corpus.policy.portals[self.portal], self.name, kept=self.shelf, lines=lines)


def begin(corpus: Corpus, portal: str, name: str, render: Render) -> Edition:
    """Return an edition of which nothing was built yet, with its rows; they are there for other processes to read."""
    base = corpus.stock_of.database if isinstance(corpus, Stored) else Base()
    make(base)
    edition = Edition(base, corpus, portal, name, render)
    for items in some_at_a_time(corpus, portal):
        put(base, edition.id, (row for item in items if (row := row_of(corpus, item, name))))
        put_deeds(base, of_items(corpus, edition.id, items))
        note_turns(corpus, items)
    gather_all(base, corpus, portal, name)
    list(_noted(edition, edition.index()))
    base.commit()
    return edition


def renew(
    edition: Edition,
    paths: Collection[str],
    touched: Iterable[Key],
    sink: Sink,
    *,
    every: bool = False,
    theirs: Collection[str] = (),
    kinds: Collection[str] = (),
) -> None:
    """Bring an edition up to the corpus.

    ``paths`` are the items of the portal that may be others than they were, ``theirs`` those of its components; ``touched``
    what else is. What comes out goes to the sink, under the edition's folder. ``every``: any output may be another one, or
    any of ``kinds``.
    """
    turned, rows = _rows_renewed(edition, paths)
    turned |= gather_again(edition.base, edition.corpus, edition.portal, edition.name, theirs)
    lines = Lines(edition.base, edition.id, edition.corpus.moment)
    index = edition.index(lines)
    found = {*touched, *turned, *((ITEM, path) for path in (*paths, *theirs)), *_noted(edition, index)}
    outputs = edition.outputs
    outdated = outputs.every() if every else outputs.outdated(found, kinds, edition.corpus.moment)
    come, gone = _came_and_went(edition, index, rows, paths) if found or outdated or every else (set(), set())
    for one in gone:
        outputs.remove(one)
    wanted = come | (outdated - gone)
    if len(wanted) >= WORTH_PROCESSES:
        unsettle(edition.base)
    lines.go_on(found, anew=every or len(wanted) >= WORTH_PROCESSES)
    there = set()
    for output, rests, data, source in made_by_several(index, edition.render, wanted):
        outputs.write(output, rests)
        there.add(output.path)
        sink.put(f"{edition.id}/{output.path}", data, source)
    for path in sorted({one.path for one in gone} - there):
        sink.remove(f"{edition.id}/{path}")


def every(index: Index) -> Iterator[Output]:
    """Yield all outputs that an edition has to have, without their files."""
    rows = index.shelf.every()
    for kind in KINDS:
        for key in keys_of(kind, index, rows):
            yield Output(kind.name, key, "")


def _rows_renewed(edition: Edition, paths: Collection[str]) -> tuple[set[Key], list[Row]]:
    """Write the rows of items anew; return the questions that are answered otherwise now, and the rows before and after."""
    shelf, corpus = edition.shelf, edition.corpus
    items = [item for path in paths if (item := corpus.by_path.get(path))]
    new = [row for item in items if (row := row_of(corpus, item, edition.name))]
    deeds = of_items(corpus, edition.id, items)
    old = shelf.rows(paths)
    # Of the questions on which the rows bear only those matter that some output asked.
    asked = edition.outputs.rested_on(shelf.touched([*old, *new])) | asked_of(edition.base, edition.id, paths, deeds)
    before = {key: shelf.answer(*key) for key in asked}
    remove(edition.base, edition.id, paths)
    put(edition.base, edition.id, new)
    put_deeds(edition.base, deeds)
    asked |= edition.outputs.rested_on(shelf.touched([*old, *new]))
    return {key for key in asked if before.get(key) != shelf.answer(*key)}, [*old, *new]


def _noted(edition: Edition, index: Index) -> Iterator[Key]:
    """Yield the menus and surroundings that are others than they were, and keep what they are now."""
    for lang in index.portal.languages:
        for name, value in ((SECTIONS, index.sections(lang)), (CHROME, chrome_of(index, lang))):
            digest = blake2b(repr(value).encode(), digest_size=16).hexdigest()
            if edition.base.noted(f"{edition.id} {name} {lang}") != digest:
                edition.base.note(f"{edition.id} {name} {lang}", digest)
                yield name, lang


def _came_and_went(
    edition: Edition, index: Index, rows: Iterable[Row], paths: Iterable[str]
) -> tuple[set[Output], set[Output]]:
    """Return the outputs that there were not and are to be, and those that there were and are not to be."""
    outputs, known = edition.outputs, list(rows)
    owned = {one for path in paths for one in outputs.owned(path)}
    come: set[Output] = set()
    gone: set[Output] = set()
    for kind in KINDS:
        if kind.keys is not None:
            has = outputs.of_kind(kind.name)
            wanted = set(kind.keys(index))
        else:
            near = {key for row in known for key in kind.near(index, row)}
            has = {one for one in owned if one.kind == kind.name} | outputs.with_keys(kind.name, near)
            wanted = {key for key in near | {one.key for one in has} if kind.stands(index, key)}
        come |= {Output(kind.name, key, "") for key in wanted - {one.key for one in has}}
        gone |= {one for one in has if one.key not in wanted}
    return come, gone
