"""Passages of items that stand in an older item too, word for word. The cost grows with the texts, not with their pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from congbo.errors import CongboError
from congbo.facts.corpus import Corpus
from congbo.item import Item
from congbo.strict.bytes import decode
from congbo.text.shingles import common_run, offset_of, printed, prints, shingles, words
from congbo.tree import make_ready

# Shorter passages are names, titles and formulas.
MIN_WORDS = 30
_AT_ONCE = 200  # items whose texts are fetched together


class Copy(Struct, frozen=True):
    """The longest passage that an item has in common with an older one: its words, and where it begins in the body."""

    item: Item
    of: Item
    length: int
    body: str
    start: int


def copies(corpus: Corpus, items: Iterable[Item]) -> Iterator[Copy]:
    """Yield, for each of the items that copies another item of its language, the longest passage copied.

    Of the items that hold a passage, the oldest is the one that the others copied.
    """
    chosen = {item.path: (item, _prints(corpus, item)) for item in items}
    oldest = _oldest(corpus, frozenset(one for _, mine in chosen.values() for one in mine))
    alike = [(item, some) for item, mine in chosen.values() if (some := _originals(item, mine, oldest))]
    for first in range(0, len(alike), _AT_ONCE):
        several = alike[first : first + _AT_ONCE]
        bare = {one.path for item, originals in several for one in (item, *originals) if not one.body}
        make_ready(corpus.tree, bare)
        for item, originals in several:
            yield from _longest(corpus, item, originals)


def _originals(item: Item, mine: Iterable[int], oldest: Mapping[tuple[str, int], Item]) -> list[Item]:
    """Return the items that have a passage of this one before it has, by path."""
    found = {one.path: one for shown in mine if (one := oldest.get((item.lang, shown))) and one is not item}
    return [found[path] for path in sorted(found)]


def _oldest(corpus: Corpus, wanted: frozenset[int]) -> Mapping[tuple[str, int], Item]:
    found: dict[tuple[str, int], Item] = {}
    for item in sorted(corpus.items, key=lambda one: (corpus.judged_on(one), one.path)) if wanted else ():
        for one in wanted.intersection(_prints(corpus, item)):
            found.setdefault((item.lang, one), item)
    return found


def _prints(corpus: Corpus, item: Item) -> frozenset[int]:
    known = corpus.prints.get(item.path)
    return printed(prints(body_of(corpus, item)) if known is None else known)


def _longest(corpus: Corpus, item: Item, originals: Sequence[Item]) -> Iterator[Copy]:
    own = body_of(corpus, item)
    text = words(own)
    runs = [(*_common(text, words(body_of(corpus, other))), other) for other in originals]
    length, start, of = max(runs, key=lambda run: (run[0], -run[1]))
    if length >= MIN_WORDS:
        yield Copy(item, of, length, own, offset_of(own, start))


def body_of(corpus: Corpus, item: Item) -> str:
    """Return the body of an item, read again if the corpus was told of the item without it."""
    if item.body:
        return item.body
    try:
        lines = decode(corpus.tree.read(item.path), item.path).split("\n", item.body_line - 1)
    except CongboError:
        return ""  # the checks of the file itself say so
    return lines[-1] if len(lines) == item.body_line else ""


def _common(text: list[str], other: list[str]) -> tuple[int, int]:
    """Return the length of the longest passage that two texts have in common, and its first word in the first of them."""
    index: dict[int, int] = {}
    for shingle, at in shingles(text):
        index.setdefault(shingle, at)
    runs = (common_run(text, index[shingle], other, there) for shingle, there in shingles(other) if shingle in index)
    start, length = max(runs, key=lambda run: run[1], default=(0, 0))
    return length, start
