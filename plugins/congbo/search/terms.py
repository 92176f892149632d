"""What a query asks for: words and runs of words, in their folded and their exact form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from congbo.text.search_words import Word, folded, words

MOST = 200  # characters of a query that are looked at
_WORD, _PAIR = 1, 2  # how much a term weighs: words that stand side by side make a Vietnamese word


class Term(NamedTuple):
    """Words that stand side by side. ``exact``: with these marks; ``needed``: what is found has it."""

    words: tuple[str, ...]
    exact: bool
    needed: bool
    weight: int

    @property
    def name(self) -> str:
        """Return the word by which lunr knows the term."""
        return ("=" if self.exact else "") + " ".join(self.words)


def terms_of(query: str) -> tuple[Term, ...]:
    """Return the terms of a query, each once, in the order of its words."""
    found: dict[str, Term] = {}
    for term in _terms(list(words(query[:MOST]))):
        found.setdefault(term.name, term)
    return tuple(found.values())


def _terms(asked: list[Word]) -> Iterator[Term]:
    for run in _runs(asked):
        yield from _both(run, _WORD, needed=True)
    for before, after in pairwise(one.exact for one in asked):
        yield from _both((before, after), _PAIR)


def _both(run: tuple[str, ...], weight: int, *, needed: bool = False) -> Iterator[Term]:
    yield Term(tuple(map(folded, run)), False, needed, weight)
    yield Term(run, True, False, weight)


def _runs(asked: list[Word]) -> Iterator[tuple[str, ...]]:
    """The words one by one; those that hyphens and strokes join are asked for as one, such as the number of a document."""
    run: list[str] = []
    for word in asked:
        if run and not word.joined:
            yield tuple(run)
            run = []
        run.append(word.exact)
    if run:
        yield tuple(run)
