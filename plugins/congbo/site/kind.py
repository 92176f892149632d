"""What a kind of outputs is: which keys there are of it, what facts a key has, which template shows them (ADR 3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from congbo.shelf import Row
from congbo.site.index import Index
from congbo.site.views import SomeFacts

# Words, so that a key can be kept from one build to the next.
Key = tuple[str, ...]

A_BATCH: Final = 200
OF_A_MONTH: Final = 4  # what tells a month's items whole has megabytes where hundreds appear in it


class Kind(Struct, frozen=True):
    """One kind of output: the facts of a key, and which keys there are.

    ``keys`` lists all of an edition, for kinds of which there are few. Of kinds of which there are as many as items,
    ``near`` lists the keys that may be there because of an item's row, and ``stands`` tells whether one is; ``all_near``
    lists those of all rows at once, for kinds that know rows by their terms. ``of_item``: the key begins with the path of
    the item that the output belongs to; ``sourced``: that item is named as its source. ``a_batch``: how many are worked out
    at a time, by one of several processes; they are in memory together.
    """

    name: str
    template: str
    facts: Callable[..., SomeFacts]
    keys: Callable[[Index], Iterable[Key]] | None = None
    near: Callable[[Index, Row], Iterable[Key]] = lambda _, row: ((row.path,),)
    stands: Callable[[Index, Key], bool] = lambda _, __: False
    all_near: Callable[[Index], Iterable[Key]] | None = None
    of_item: bool = False
    sourced: bool = False
    a_batch: int = A_BATCH


def once(_: Index) -> Iterator[Key]:
    """Return the only key of a kind of which an edition has one."""
    yield ()


def languages(index: Index) -> Iterator[Key]:
    """Return the keys of a kind of which an edition has one a language."""
    return ((lang,) for lang in index.languages)


def sections(index: Index) -> Iterator[tuple[str, str]]:
    """Return the keys of a kind of which an edition has one a section and language."""
    return ((section, lang) for lang in index.languages for section in index.sections(lang))
