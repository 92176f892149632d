"""The earlier published forms of an item that was corrected or brought up to date: what was read once stays readable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from congbo.dates import start_of
from congbo.facts.corpus import Corpus
from congbo.frozen import replace
from congbo.history import History
from congbo.history.model import Version
from congbo.history.versions import versions
from congbo.item import Item, Note, read_item
from congbo.item.model import CHANGES, CORRECTIONS


class Form(Struct, frozen=True):
    """One earlier form: from when until when it was public. ``item`` is None where today's rules cannot read it any more.

    ``hidden``: on what basis it is not kept readable; "" if it is.
    """

    from_: datetime
    until: datetime
    item: Item | None
    hidden: str = ""


def with_versions(corpus: Corpus, root: Path) -> Corpus:
    """Return the corpus with the earlier forms of its corrected items, as the history of its commit knows them."""
    wanted = {item.path: corpus.history.files.get(item.path) for item in corpus.items if spoken(item)}
    known = {path: files for path, files in wanted.items() if files}
    return replace(corpus, earlier=versions(root, known)) if known else corpus


class Earlier(Mapping[str, tuple[Version, ...]]):
    """Path -> the forms that a file had on the branch, oldest first, each read from git when it is asked for."""

    def __init__(self, root: Path, history: History) -> None:
        self._root = root
        self._files = history.files
        self._known: dict[str, tuple[Version, ...]] = {}

    def __getitem__(self, path: str) -> tuple[Version, ...]:
        if path not in self._known:
            self._known |= versions(self._root, {path: self._files[path]})
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def spoken(item: Item) -> tuple[Note, ...]:
    """Return what an item says of its own corrections and changes."""
    return (*item.notes(CORRECTIONS), *item.notes(CHANGES))


def forms(corpus: Corpus, item: Item, edition: str) -> tuple[Form, ...]:
    """Return the earlier forms that an edition showed, oldest first; what reads the same is one form."""
    found: list[Form] = []
    for one in _public(corpus, item, edition):
        if found and found[-1].until == one.from_ and _same(found[-1].item, one.item):
            found[-1] = replace(found[-1], until=one.until, hidden=one.hidden)
        else:
            found.append(one)
    return tuple(found[:-1] if found and _same(found[-1].item, item) else found)


def _public(corpus: Corpus, item: Item, edition: str) -> Iterator[Form]:
    """Each form for as long as it stood on the branch and its own moment had come."""
    known = corpus.earlier.get(item.path, ())
    if not known:  # in no commit yet
        return
    ends = [*(one.when for one in known[1:]), _now(corpus, item)]
    for at, (one, until) in enumerate(zip(known, ends, strict=True)):
        read = read_item(one.data, one.path, corpus.policy).item
        begun = max(one.when, read.publish_at) if read and read.publish_at else one.when
        begun = item.imported.published if item.imported and not at else begun
        if begun < until and (read is None or (read.in_edition(edition) and read.withdrawal is None)):
            yield Form(begun, until, read, _hidden(item, read))


def _now(corpus: Corpus, item: Item) -> datetime:
    """Until when the newest form of the branch was read: what lies in the working folder takes its place today."""
    return start_of(corpus.today) if item.path in corpus.history.changed else corpus.moment


def _hidden(item: Item, form: Item | None) -> str:
    """The newest note that hides the text before it, and that the form did not have yet."""
    before = spoken(form) if form else ()
    return next((note.hides for note in reversed(spoken(item)) if note.hides and note not in before), "")


def _same(one: Item | None, other: Item | None) -> bool:
    return one is not None and other is not None and _read(one) == _read(other)


def _read(item: Item) -> tuple[str, str, str]:
    return item.title, item.summary, item.body
