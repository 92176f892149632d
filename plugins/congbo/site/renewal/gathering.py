"""What a main portal gathers of its components, from nothing and after a change."""

from __future__ import annotations

from collections.abc import Collection

from congbo.facts.corpus import Corpus
from congbo.facts.gathering import components
from congbo.shelf import Key, Shelf
from congbo.shelf.base import Base
from congbo.shelf.gathered import gathered_rows, put_gathered, remove_gathered
from congbo.site.gathering import gather, rows_of
from congbo.site.renewal.some import note_turns, some_at_a_time


def gather_all(base: Base, corpus: Corpus, portal: str, name: str) -> None:
    """Write the rows of all components of a portal's edition, of which there are none yet."""
    for one in components(corpus.policy, portal, name):
        for items in some_at_a_time(corpus, one.id):
            gather(base, corpus, portal, name, items)
            note_turns(corpus, items)


def gather_again(base: Base, corpus: Corpus, portal: str, name: str, paths: Collection[str]) -> set[Key]:
    """Write the rows of some items of components anew; return the questions that are answered otherwise now."""
    if not paths:
        return set()
    edition, items = f"{portal}/{name}", [item for path in paths if (item := corpus.by_path.get(path))]
    new, shelf = list(rows_of(corpus, portal, name, items)), Shelf(base, edition)
    asked = {key for row in (*gathered_rows(base, edition, paths), *new) for key in row.bears_on}
    before = {key: shelf.answer(*key) for key in asked}
    remove_gathered(base, edition, paths)
    put_gathered(base, edition, new)
    return {key for key in asked if before[key] != shelf.answer(*key)}
