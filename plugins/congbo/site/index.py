"""An edition: which items it shows, and how they are looked up: by pages, lists, feeds, sitemap and attachments alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from congbo.dates import start_of
from congbo.facts import showing
from congbo.facts.gathering import components
from congbo.item import Item
from congbo.shelf import GONE, SHOWN, Shelf, make, put, put_deeds, row_of
from congbo.shelf.base import Base
from congbo.shelf.deeds import of_items
from congbo.shelf.stored import Stored
from congbo.site.gathering import gather
from congbo.site.lines import Lines
from congbo.site.markdown import to_html
from congbo.site.views import Chrome
from congbo.site.watched import Watched

# Leaders, bodies and the like stand in the order in which they were entered, which is that of rank.
BY_ID = ("person", "organisation", "information", "chart", "map", "page", "link")


@dataclass(frozen=True)
class Index(Watched):
    """The public items of a portal's edition, and the ways to look them up.

    Without a shelf the corpus' own items are put on one, in memory.
    """

    kept: Shelf | None = None
    lines: Lines | None = None
    noted: dict[str, Chrome] = field(default_factory=dict, compare=False)

    @cached_property
    def shelf(self) -> Shelf:
        """Return the rows of the edition."""
        if self.kept is not None:
            return self.kept
        database = Base()
        make(database)
        rows = (row_of(self.corpus, item, self.edition) for item in self.corpus.items_of(self.portal.id))
        name = f"{self.portal.id}/{self.edition}"
        put(database, name, filter(None, rows))
        put_deeds(database, of_items(self.corpus, name, self.corpus.items_of(self.portal.id)))
        for one in components(self.corpus.policy, self.portal.id, self.edition):
            gather(database, self.corpus, self.portal.id, self.edition, self.corpus.items_of(one.id))
        return Shelf(database, name)

    def posted(self, item: Item) -> datetime:
        """Return when the item became public; a file that is in no commit yet counts as posted today."""
        return self.once("posted", item.path, lambda: self._posted(item))

    def _posted(self, item: Item) -> datetime:
        self.trace.on("item", item.path)
        if self.corpus.published(item) is None and item.publish_at is None:
            self.trace.within(start_of(self.corpus.today), start_of(self.corpus.today + timedelta(days=1)))
        return showing.posted(self.corpus, item)

    def shows(self, item: Item) -> bool:
        """Tell whether the edition shows an item: its network, not before its moment, not after its end, not withdrawn.

        Where only the day is known its first moment counts: nothing is ever public before the moment that was approved.
        """
        self.trace.on("item", item.path)
        return item.in_edition(self.edition) and showing.shows(self.corpus, item)

    def answer(self, question: str, *words: str) -> tuple[str, ...]:
        """Return the answer to a question of the shelf."""
        self.trace.on(question, *words)
        return self.shelf.answer(question, *words)

    def line(self, kind: str, path: str, work: Callable[[], str]) -> str:
        """Return what a list says of an item in a line of its own, which is kept where there is a place for it."""
        return self.lines.line(self.traces, kind, path, work) if self.lines else work()

    def item(self, path: str) -> Item:
        """Return the item at a path."""
        self.trace.on("item", path)
        return self.corpus.by_path[path]

    def asked(self, question: str, *words: str) -> tuple[Item, ...]:
        """Return the items that a question is answered with."""
        return self.items_at(self.answer(question, *words))

    def items_at(self, paths: Iterable[str]) -> tuple[Item, ...]:
        """Return the items at some paths."""
        known = tuple(paths)
        self.corpus.history.ahead(known)  # of an item in a list one says when it was posted
        return tuple(self.item(path) for path in known)

    @cached_property
    def gone(self) -> tuple[Item, ...]:
        """Return the items that were public and were withdrawn or taken down: a page at their address says so."""
        return tuple(self.corpus.by_path[path] for path in self.shelf.paths(GONE))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return the public items, newest first; of one moment, by id. Only for what looks at all of them."""
        return tuple(self.corpus.by_path[path] for path in self.shelf.paths(SHOWN))

    def section(self, section_id: str, lang: str) -> tuple[Item, ...]:
        """Return the public items of a section in a language, newest first."""
        return self.asked("all_of", lang, section_id)

    def newest(self, lang: str, section_id: str = "") -> tuple[Item, ...]:
        """Return the newest items in a language, of one section or of all: as many as a page shows at most."""
        return self.asked("newest_of", lang, section_id) if section_id else self.asked("newest", lang)

    def listed(self, section_id: str, lang: str, most: int = 0) -> tuple[Item, ...]:
        """Return a section's items in the order in which its front lists them: registers by id, all else newest first.

        ``most``: no more than these, 20 at most; 0: all of them.
        """
        if self.view_of(section_id) in BY_ID:
            found = tuple(sorted(self.section(section_id, lang), key=lambda item: item.id))
        else:
            found = self.newest(lang, section_id) if most else self.section(section_id, lang)
        return found[:most] if most else found

    def has(self, section_id: str, lang: str) -> bool:
        """Tell whether a section shows an item in a language."""
        return section_id in self.sections(lang)

    def sections(self, lang: str) -> tuple[str, ...]:
        """Return the sections with public items in a language, in the order of ``sections.yml``."""
        self.trace.on("sections", lang)
        return self._sections.get(lang, ())

    @cached_property
    def _sections(self) -> Mapping[str, tuple[str, ...]]:
        order = {section: number for number, section in enumerate(self.corpus.policy.sections)}
        return {lang: tuple(sorted(self.shelf.sections(lang), key=order.__getitem__)) for lang in self.portal.languages}

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the portal's languages that have a public item; Vietnamese always."""
        for lang in self.portal.languages:
            self.trace.on("sections", lang)
        return tuple(lang for lang in self.portal.languages if lang == "vi" or self._sections[lang])

    def by_id(self, item_id: str) -> Item | None:
        """Return the public item of an id."""
        return next(iter(self.asked("id", item_id)), None)

    def translations(self, item: Item) -> tuple[Item, ...]:
        """Return the item and its public translations, in the portal's order of languages."""
        family = self.asked("family", item.translation or item.id) or (item,)
        return tuple(sorted(family, key=lambda one: self.portal.languages.index(one.lang)))

    def body(self, item: Item) -> str:
        """Return the HTML of an item's body, as it was kept or from its text."""
        if isinstance(self.corpus, Stored):
            return self.corpus.html(item)
        kept = self.corpus.noted.get(("html", item.path))
        return kept if isinstance(kept, str) else to_html(item.body)

    def view_of(self, section_id: str) -> str:
        """Return how a section's front is shown: the view of the first type that it takes."""
        types = self.corpus.policy.sections[section_id].types
        return self.corpus.policy.types.types[types[0]].view
