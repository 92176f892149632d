"""Looks at what goes into a release: at links that lead nowhere, and at words of items that this network must not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from congbo.deploy.links import Links
from congbo.deploy.verify import spelt
from congbo.errors import refuse
from congbo.facts import addresses
from congbo.facts.corpus import Corpus
from congbo.item import Item
from congbo.shelf.row import GONE
from congbo.shelf.stock import DamagedError
from congbo.shelf.stored import Stored
from congbo.site.renewal.edition import Edition, Sink
from congbo.site.renewal.styles import known_styles

SHORTEST = 10


class Watched:
    """A sink before another one, for one edition. ``before``: the folder of the last release, if this one continues it."""

    def __init__(self, sink: Sink, edition: Edition, before: Path | None) -> None:
        self._sink = sink
        self._edition = edition
        self._before = before
        self._links = Links()
        self._there: set[str] = set()
        self._pages: Collection[str] = ()

    def put(self, path: str, data: bytes, source: str | None) -> None:
        """Let a file through. Raises CongboError for one that gives a hidden item away."""
        own = path.removeprefix(f"{self._edition.id}/")
        self._there.add(own)
        if own.endswith(".html"):
            self._links.note(own, data)
        self._refuse_leak(own, data)
        self._sink.put(path, data, source)

    def under(self, path: str, data: bytes, source: str | None) -> None:
        """Let a file of the edition through, by its path within."""
        self.put(f"{self._edition.id}/{path}", data, source)

    def look_again(self, pages: Collection[str]) -> None:
        """Look through what was published before for words that give a hidden item away by now and did not before.

        They are such words because an item was hidden, or because a public one that had the same title has another.
        """
        self._pages = pages
        known = set(self._edition.base.noted(self._words_noted).split())
        if self._before is None or set(self._sums) <= known:
            return
        for path in sorted({*(one.path for one in self._edition.outputs.every()), *self._styles} - self._there):
            file = self._before / self._edition.id / path
            if file.is_file():
                self._refuse_leak(path, file.read_bytes())

    @property
    def _words_noted(self) -> str:
        return f"{self._edition.id} words"

    @cached_property
    def _sums(self) -> tuple[str, ...]:
        """What gives hidden items away, as sums: the words themselves are kept nowhere."""
        return tuple(sorted({sha256(word).hexdigest() for _, word in self._needles}))

    def remove(self, path: str) -> None:
        """Let a removal through."""
        self._sink.remove(path)

    def verify(self, *, anew: bool) -> None:
        """Refuse an edition with nothing on it, an item without its page, and a link inside that leads nowhere.

        Raises DamagedError where the page is missing in what was built before: then everything is built ``anew``.
        """
        corpus, portal, edition = self._edition.corpus, self._edition.portal, self._edition.name
        if not self._edition.shelf.some():
            raise refuse("build.empty", portal=portal, edition=edition, today=corpus.today)
        if missing := self._edition.pageless(None if anew else self._pages):
            if not anew:
                raise DamagedError
            raise refuse("build.dropped", count=len(missing), paths=missing[:5])
        gone = frozenset(_files_gone(self._edition))
        led = sorted(self._links.led.items())
        broken = [f"{page} → {target}" for target, page in led if not self._leads(target, gone)]
        if broken:
            raise refuse("build.broken_links", count=len(broken), links=broken[:5])
        self._edition.base.note(self._words_noted, " ".join(self._sums))

    def _leads(self, target: str, gone: frozenset[str]) -> bool:
        return target in self._there or target in gone or target in self._styles or self._edition.outputs.at(target)

    @cached_property
    def _styles(self) -> frozenset[str]:
        return frozenset(known_styles(self._edition))

    def _refuse_leak(self, path: str, data: bytes) -> None:
        for item, word in self._needles:
            if word in data or word in path.encode():
                raise refuse("build.edition_leak", edition=self._edition.name, item=item, path=path)

    @cached_property
    def _needles(self) -> tuple[tuple[str, bytes], ...]:
        """What would give away an item of another network; a title that a public item, or a component's, has gives nothing
        away."""
        corpus, name = self._edition.corpus, self._edition.name
        limited = limited_of(corpus, self._edition.portal)
        hidden = [item for item in limited if not item.in_edition(name)]
        items = corpus.items_of(self._edition.portal) if hidden else []
        public = {item.title for item in items if item.in_edition(name)}
        public |= (
            {corpus.by_path[path].title for path in self._edition.shelf.answer("all_gathered")} if hidden else set()
        )
        texts = ((item.id, text) for item in hidden for text in _telling(item, public) if len(text) >= SHORTEST)
        return tuple((item, word.encode()) for item, text in texts for word in sorted(spelt(text)))


def limited_of(corpus: Corpus, portal: str) -> list[Item]:
    """Return the items of a portal that are not for every edition."""
    if isinstance(corpus, Stored):
        return [corpus.by_path[path] for path in corpus.stock_of.limited(portal)]
    return [item for item in corpus.items_of(portal) if item.editions]


def _telling(item: Item, public: set[str]) -> Iterable[str]:
    return (item.id, item.summary, *(() if item.title in public else (item.title,)))


def _files_gone(edition: Edition) -> Iterator[str]:
    """The addresses of files that went with their items: another page's link to them must not keep an item from going."""
    for path in edition.shelf.paths(GONE):
        item = edition.corpus.by_path[path]
        for file in edition.corpus.attachments(item):
            yield addresses.attachment(item, file.rpartition("/")[2])
