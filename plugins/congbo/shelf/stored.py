"""A corpus whose items lie in a database, read when they are asked for: of fifty thousand a merge needs a few hundred."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from congbo.facts.corpus import Corpus
from congbo.item import Item
from congbo.shelf.stock import ById, ByPath, Stock


@dataclass(frozen=True)
class Stored(Corpus):
    """The repository at one moment, for pages; checks, which look at bodies and places, have a corpus of their own."""

    stock: Stock | None = None

    @property
    def stock_of(self) -> Stock:
        """Return the rows of the items."""
        assert self.stock is not None, "a stored corpus is made with its stock"  # noqa: S101
        return self.stock

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return every item, in the order of the paths: all of them are read."""
        return tuple(self.by_path.values())

    @cached_property
    def by_path(self) -> Mapping[str, Item]:
        """Return the items by repository path."""
        return ByPath(self.stock_of)

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """Return the items by id; the first of two with one id."""
        return ById(self.stock_of)

    def items_of(self, portal: str) -> list[Item]:
        """Return the items of a portal, in the order of their paths."""
        return [self.by_path[path] for path in self.stock_of.paths(portal)]

    def attachments(self, item: Item) -> tuple[str, ...]:
        """Return the paths of the files in the item's folder."""
        return self.stock_of.beside(item.address.folder)

    def html(self, item: Item) -> str:
        """Return the HTML of an item's body."""
        return self.stock_of.body(item.path)
