"""Content files into the stock: read, with their bodies as HTML, many at a time and in several processes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Final, TypeVar

from congbo.errors import refuse
from congbo.facts.corpus import CONTENT
from congbo.forked import in_batches
from congbo.item import Item
from congbo.shelf.stock import Stock
from congbo.tree import Tree, make_ready

A_BATCH: Final = 200
WORTH_PROCESSES: Final = 2 * A_BATCH

# The path of an item's file -> the item and the HTML of its body; None for what is no item, of which the checks speak.
Read = Callable[[str], tuple[Item, str] | None]
R = TypeVar("R")


def refill(stock: Stock, tree: Tree, read: Read, paths: Collection[str]) -> None:
    """Bring some paths of the content in the stock to what the tree holds; what is gone is dropped.

    Raises CongboError for a page that is no item.
    """
    make_ready(tree, paths)
    there = {path: tree.has(path) for path in paths if path.startswith(f"{CONTENT}/")}
    pages = [path for path in sorted(there) if path.endswith(".md")]
    stock.drop(pages)
    wanted = [path for path in pages if there[path]]
    found = list(read_all(tree, read, wanted))
    if dropped := sorted(set(wanted) - {item.path for item, _ in found}):
        raise refuse("build.dropped", count=len(dropped), paths=dropped[:5])
    stock.put(found)
    files = sorted(there.keys() - set(pages))
    stock.lift(path for path in files if not there[path])
    stock.lay(path for path in files if there[path])


def read_all(tree: Tree, read: Callable[[str], R | None], pages: Sequence[str]) -> Iterator[R]:
    """Yield what there is to read of pages of a tree, in the order of the pages."""
    return in_batches(partial(_batch, tree, read), pages, A_BATCH, WORTH_PROCESSES)


def _batch(tree: Tree, read: Callable[[str], R | None], pages: Sequence[str]) -> list[R]:
    make_ready(tree, pages)
    return [found for page in pages if (found := read(page)) is not None]
