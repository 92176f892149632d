"""Items of a portal, some at a time, and the moments at which they turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congbo.facts import showing
from congbo.facts.corpus import Corpus
from congbo.item import Item
from congbo.shelf.stored import Stored

_AT_ONCE = 1_000


def some_at_a_time(corpus: Corpus, portal: str) -> Iterator[list[Item]]:
    """Yield the items of a portal in the order of their paths: fifty thousand at once are more than a page ever needs."""
    paths = (
        corpus.stock_of.paths(portal) if isinstance(corpus, Stored) else [one.path for one in corpus.items_of(portal)]
    )
    for first in range(0, len(paths), _AT_ONCE):
        yield [corpus.by_path[path] for path in paths[first : first + _AT_ONCE]]


def note_turns(corpus: Corpus, items: Iterable[Item]) -> None:
    """Keep between which moments each item is shown, or not shown, as it is now, where the corpus keeps it."""
    if not isinstance(corpus, Stored):
        return
    for item in items:
        moments = set(showing.turns(corpus, item))
        since = max((one for one in moments if one <= corpus.moment), default=None)
        until = min((one for one in moments if one > corpus.moment), default=None)
        corpus.stock_of.turn(item.path, since, until)
