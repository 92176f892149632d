"""What a view may say beside what all views say: of an item's page, of its line in lists, of a section's front."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from congbo.item import Item
from congbo.site.index import Index
from congbo.site.views import Day, Link

NEWEST = 20


class Part(Struct, frozen=True):
    """Items that stand under one heading of a front; the heading may be empty."""

    title: str
    items: tuple[Item, ...]
    day: Day | None = None


class Front(Struct, frozen=True):
    """What a section's front shows: its parts in reading order, and a value of the view's own."""

    parts: tuple[Part, ...]
    own: object = None


def nothing(_: Index, __: Item) -> None:
    """Say nothing beyond what every view says."""
    return


def no_months(_: Index, __: str, ___: str) -> tuple[Link, ...]:
    """Return no months: the section has none of its own."""
    return ()


def newest(index: Index, section: str, lang: str) -> Front:
    """Return a front of the newest items under no heading."""
    return in_one(index.listed(section, lang, NEWEST))


def in_one(items: tuple[Item, ...]) -> Front:
    """Return a front of one part without a heading; without any where there are no items."""
    return Front((Part("", items),) if items else ())


class View(Struct, frozen=True):
    """A view's own facts, each a frozen value for its template or None: of an item's page, of its line in lists, of a front.

    ``by_month``: the section has an archive by month of posting beside its front; ``months``: the pages of months that one
    without such an archive has. ``related``: an item's page names those
    before it that are near it, not those of its section alone.
    """

    page: Callable[[Index, Item], object] = nothing
    line: Callable[[Index, Item], object] = nothing
    front: Callable[[Index, str, str], Front] = newest
    by_month: bool = True
    months: Callable[[Index, str, str], tuple[Link, ...]] = no_months
    related: bool = False
