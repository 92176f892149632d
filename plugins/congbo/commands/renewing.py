"""A corpus brought from its last publication to now, and the outputs that differ: the work of a publication (ADR 20)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from congbo.commands.origin import APPROVALS, RECORDS, Origin
from congbo.dates import day_of, start_of
from congbo.errors import refuse
from congbo.facts import takedowns
from congbo.facts.corpus import read_page
from congbo.facts.owing import Owed
from congbo.facts.versions import Earlier
from congbo.frozen import replace
from congbo.item import Item
from congbo.pictures.kept import FOLDER as PICTURES
from congbo.pictures.kept import Kept
from congbo.policy.at_once import BANNER
from congbo.shelf.account import State, pages_of
from congbo.shelf.base import Base, emptied
from congbo.shelf.filling import refill
from congbo.shelf.stock import DamagedError, Stock
from congbo.shelf.stored import Stored
from congbo.signed.folder import is_emergency
from congbo.site.markdown import to_html
from congbo.site.renewal.some import note_turns
from congbo.store import digest

FILE = "congbo/site.sqlite"
T = TypeVar("T")
_NAMED, _HASTY = "named", "hasty"


@dataclass(frozen=True)
class Standing:
    """A corpus whose items lie in rows, and what of it may be other than at the last publication.

    ``anew``: nothing is known of the last one. ``pages``: paths of items that may be others; ``decided``: a decision was made
    at once; ``every``: governance differs, so that every page may; ``theme``: so does what they look like.
    """

    base: Base
    corpus: Stored
    state: State
    pages: frozenset[str]
    anew: bool
    decided: bool = False
    every: bool = False
    theme: bool = False

    def next_turn(self) -> datetime:
        """Return the next moment at which a build would be another one though nothing is merged: at the latest midnight."""
        corpus = self.corpus
        bounds = (moment for record in corpus.policy.records_of(BANNER) for moment in takedowns.bounds(record))
        turns = [corpus.stock_of.next_turn(corpus.moment), *(moment for moment in bounds if moment > corpus.moment)]
        return min([start_of(corpus.today + timedelta(days=1)), *(moment for moment in turns if moment)])

    def settle(self, release: str) -> None:
        """Keep the rows as those of a release (its name), which is complete."""
        replace(self.state, release=release).write(self.base)
        self.base.commit()


@contextmanager
def standing(origin: Origin, at: datetime, wanted: str, release: str, file: str = FILE) -> Iterator[Standing]:
    """Give the corpus of an origin at a moment, with what differs.

    ``release`` names the release that the new one continues ("" if it continues none): rows of another are not used. ``file``
    is where the rows lie in git's folder.
    """
    base = _opened(origin.git_folder / file)
    try:
        yield _continued(origin, base, at, wanted, release) or _begun(origin, base, at, wanted)
    finally:
        base.close()


def with_sound_rows(origin: Origin, work: Callable[[], T], file: str = FILE) -> T:
    """Return what some work with the rows of an origin returns; where they turn out to be damaged, it begins anew.

    Raises CongboError where they cannot be written.
    """
    try:
        return work()
    except (DamagedError, sqlite3.DatabaseError):
        _forget(origin.git_folder / file)
    try:
        return work()
    except sqlite3.Error as error:
        raise refuse("publish.write", path=origin.git_folder / file, detail=str(error)) from error


def _opened(file: Path) -> Base:
    """A file that is damaged, or none of ours, is removed: what it said is worked out again."""
    try:
        base = Base(file)
        base.noted("release")
        Stock(base)
    except sqlite3.Error:
        _forget(file)
        base = Base(file)
        Stock(base)
    return base


def _forget(file: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            file.with_name(f"{file.name}{end}").unlink(missing_ok=True)


def _begun(origin: Origin, base: Base, at: datetime, wanted: str) -> Standing:
    emptied(base)
    corpus = _corpus(origin, base, at, hasty=True)
    base.commit()  # no release is noted: whoever comes after a crash begins again
    _write_named(corpus)
    return Standing(base, corpus, _state(origin, corpus, wanted), frozenset(), anew=True)


def _continued(origin: Origin, base: Base, at: datetime, wanted: str, release: str) -> Standing | None:
    known = State.read(base)
    paths = origin.changed_since(known) if release and known.release == release else None
    if paths is None:
        return None
    corpus = _corpus(origin, base, at, hasty=base.noted(_HASTY) != "" or any(map(is_emergency, paths)))
    state = _state(origin, corpus, wanted)
    if (known.code, known.wanted, known.reading) != (state.code, state.wanted, state.reading):
        return None
    decided = known.decisions != state.decisions or any(map(_decides, paths))
    every = known.policy != state.policy
    pages = _pages(corpus, paths, decided=decided)
    return Standing(
        base, corpus, state, pages, anew=False, decided=decided, every=every, theme=known.theme != state.theme
    )


def _corpus(origin: Origin, base: Base, at: datetime, *, hasty: bool) -> Stored:
    """``hasty``: there may have been emergency publications, whose records are looked for among those of all merges."""
    owed = _owed(origin, at) if hasty and origin.commit else ()
    base.note(_HASTY, "1" if owed else "")
    return Stored(
        origin.policy, (), frozenset(), day_of(at), origin.tree, origin.history, at=at, owed=owed, stock=Stock(base),
        earlier=Earlier(origin.repository, origin.history), pictures=Kept(origin.git_folder / PICTURES),
    )  # fmt: skip


def _owed(origin: Origin, at: datetime) -> tuple[Owed, ...]:
    from congbo.register.owed import known_owed  # with the gate: hardly ever needed

    return known_owed(origin.repository, origin.branch, origin.commit, at)


def _state(origin: Origin, corpus: Stored, wanted: str) -> State:
    """An edition that comes or goes is built, or taken away, from the beginning; so is all when a portal gets a component."""
    portals = corpus.policy.portals.values()
    known = sorted(f"{portal.parent}>{portal.id}/{name}" for portal in portals for name in portal.editions)
    return origin.state(" ".join([wanted, *known]), digest(corpus.owed))


def _pages(corpus: Stored, paths: Iterable[str], *, decided: bool) -> frozenset[str]:
    """Bring the stock up to the tree; return the items that may be others, with those that they translate or that translate
    them: what is withdrawn in one language is withdrawn in all."""
    stock, changed = corpus.stock_of, frozenset(paths)
    pages = {*pages_of(changed), *stock.turned(corpus.moment), *(_named_pages(corpus) if decided else ())}
    before = [item for page in pages if (item := stock.item(page))]
    refill(stock, corpus.tree, lambda path: _read(corpus, path), changed)
    after = [item for page in pages if (item := stock.item(page))]
    pages |= {page for item in (*before, *after) for page in stock.family(item.translation or item.id)}
    note_turns(corpus, [item for page in sorted(pages) if (item := stock.item(page))])
    return frozenset(pages)


def _read(corpus: Stored, path: str) -> tuple[Item, str] | None:
    item = read_page(corpus.tree, path, corpus.policy).item
    return (item, to_html(item.body)) if item else None


def _decides(path: str) -> bool:
    return path.startswith(f"{RECORDS}/") or (path.startswith(f"{APPROVALS}/") and is_emergency(path))


def _named_pages(corpus: Stored) -> Iterator[str]:
    """The items that decisions name now, and those that they named at the last publication."""
    before = corpus.stock_of.database.noted(_NAMED).split()
    for name in {*before, *_write_named(corpus)}:
        own = corpus.stock_of.with_id(name)
        yield from (*corpus.stock_of.family(name), *([own] if own else []))


def _write_named(corpus: Stored) -> frozenset[str]:
    names = takedowns.named_ids(corpus.policy)
    corpus.stock_of.database.note(_NAMED, " ".join(sorted(names)))
    return names
