"""What one edition of one portal shows: one predicate for pages, lists, feeds, sitemap and attachments alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from congbo.facts import showing
from congbo.facts.corpus import Corpus
from congbo.facts.relations import Documents
from congbo.item import Item
from congbo.locale import words_of
from congbo.policy.portals import Portal
from congbo.policy.regulation import Regulation

Key = tuple[str, str]

# Leaders, bodies and the like stand in the order in which they were entered, which is that of rank.
BY_ID = ("person", "organisation", "information", "chart", "map", "page", "link")


@dataclass(frozen=True)
class Index:
    """The public items of a portal's edition, newest first, and the ways to look them up."""

    corpus: Corpus
    portal: Portal
    edition: str

    @property
    def host(self) -> str:
        """Return the canonical host."""
        return self.portal.editions[self.edition].hosts[0]

    @property
    def regulation(self) -> Regulation | None:
        """Return the regulation that the portal follows today."""
        prefix = self.portal.regulation_on(self.corpus.today)
        return self.corpus.policy.regulations[prefix] if prefix else None

    @property
    def preview(self) -> bool:
        """Tell whether this is a preview, which nobody may take for the portal."""
        return self.corpus.previewed is not None

    def posted(self, item: Item) -> datetime:
        """Return when the item became public; a file that is in no commit yet counts as posted today."""
        return showing.posted(self.corpus, item)

    def shows(self, item: Item) -> bool:
        """Tell whether the edition shows an item: its network, not before its moment, not after its end, not withdrawn.

        Where only the day is known its first moment counts: nothing is ever public before the moment that was approved.
        """
        return item.in_edition(self.edition) and showing.shows(self.corpus, item)

    @cached_property
    def gone(self) -> tuple[Item, ...]:
        """Return the items that were public and were withdrawn or taken down: a page at their address says so."""
        known = (item for item in self.corpus.items_of(self.portal.id) if item.in_edition(self.edition))
        return tuple(sorted((i for i in known if showing.leaves_trace(self.corpus, i)), key=lambda item: item.id))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return the public items, newest first; of one moment, by id."""
        shown = sorted(filter(self.shows, self.corpus.items_of(self.portal.id)), key=lambda item: item.id)
        return tuple(sorted(shown, key=self.posted, reverse=True))

    @cached_property
    def _by_section(self) -> Mapping[Key, tuple[Item, ...]]:
        found: dict[Key, list[Item]] = defaultdict(list)
        for item in self.items:
            found[item.section, item.lang].append(item)
        return {key: tuple(items) for key, items in found.items()}

    def section(self, section_id: str, lang: str) -> tuple[Item, ...]:
        """Return the public items of a section in a language, newest first."""
        return self._by_section.get((section_id, lang), ())

    def listed(self, section_id: str, lang: str) -> tuple[Item, ...]:
        """Return a section's items in the order in which its front lists them: registers by id, all else newest first."""
        items = self.section(section_id, lang)
        return tuple(sorted(items, key=lambda item: item.id)) if self.view_of(section_id) in BY_ID else items

    def sections(self, lang: str) -> tuple[str, ...]:
        """Return the sections with public items in a language, in the order of ``sections.yml``."""
        return tuple(s for s in self.corpus.policy.sections if (s, lang) in self._by_section)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Return the portal's languages that have a public item; Vietnamese always."""
        with_items = {lang for _, lang in self._by_section}
        return tuple(lang for lang in self.portal.languages if lang == "vi" or lang in with_items)

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Return the public items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def _by_original(self) -> Mapping[str, tuple[Item, ...]]:
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            found[item.translation or item.id].append(item)
        return {key: tuple(items) for key, items in found.items()}

    def translations(self, item: Item) -> tuple[Item, ...]:
        """Return the item and its public translations, in the portal's order of languages."""
        family = self._by_original.get(item.translation or item.id, (item,))
        return tuple(sorted(family, key=lambda one: self.portal.languages.index(one.lang)))

    @cached_property
    def documents(self) -> Documents:
        """Return the public documents by number, and those that replace or amend each."""
        return Documents.of(self.items).get((self.portal.id, "vi")) or Documents()

    @cached_property
    def relating(self) -> tuple[Item, ...]:
        """Return the public documents that replace or amend others, and so bear on their effect."""
        return tuple(one for one in self.items if "thay_the" in one.fields or "sua_doi" in one.fields)

    def words(self, lang: str, key: str, **params: object) -> str:
        """Return a sentence of ``locales/<lang>/pages.yml``."""
        return words_of(lang, "pages")[key].format(**params)

    def absolute(self, url: str) -> str:
        """Return the absolute address of a path of this edition."""
        return f"https://{self.host}/{url}"

    def view_of(self, section_id: str) -> str:
        """Return how a section's front is shown: the view of the first type that it takes."""
        types = self.corpus.policy.sections[section_id].types
        return self.corpus.policy.types.types[types[0]].view
