"""How often the terms of a query stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congbo.search.terms import Term
from congbo.text.search_words import folded, words


@dataclass(frozen=True, slots=True)
class Counted:
    """A text's words, and for each term that stands in it, how often."""

    length: int
    times: Mapping[Term, int]


# The first word of terms -> the terms; of exact ones and of folded ones.
Firsts = Mapping[tuple[str, bool], Sequence[Term]]


def firsts(terms: Iterable[Term]) -> Firsts:
    """Return terms by their first words."""
    found: dict[tuple[str, bool], list[Term]] = defaultdict(list)
    for term in terms:
        found[term.words[0], term.exact].append(term)
    return dict(found)


def counted(text: str, asked: Firsts) -> Counted:
    """Return how often each term stands in a text."""
    exact = [word.exact for word in words(text)]
    plain = [folded(word) for word in exact]
    times: dict[Term, int] = defaultdict(int)
    for at, first in enumerate(plain):
        for term in (*asked.get((first, False), ()), *asked.get((exact[at], True), ())):
            form = exact if term.exact else plain
            if tuple(form[at : at + len(term.words)]) == term.words:
                times[term] += 1
    return Counted(len(exact), times)
