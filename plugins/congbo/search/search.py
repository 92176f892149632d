"""The search itself. Whoever uses it knows of queries and results, and of nothing behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from congbo.search.counting import Counted, counted, firsts
from congbo.search.parts import Entry, entries
from congbo.search.ranking import scores
from congbo.search.terms import Term, terms_of


@dataclass(frozen=True, slots=True)
class Result:
    """An item that was found: its id, its address from the edition's root, its title, its score."""

    id: str
    url: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, the best first; ``partial``: nothing has all words of the query, these have most of them."""

    total: int
    results: tuple[Result, ...]
    partial: bool = False


def search(site: Path, query: str, lang: str = "vi") -> Found:
    """Search a language of a built edition (``DIR/<portal>/<edition>``). Raises CongboError if the folder is none."""
    known, terms = entries(site, lang), terms_of(query)
    if not known or not terms:
        return Found(0, ())
    asked = firsts(terms)
    documents = [tuple(counted(text, asked) for text in entry.texts) for entry in known]
    chosen, partial = _chosen(documents, [term for term in terms if term.needed])
    if not chosen:
        return Found(0, ())
    scored = scores(documents, terms)
    found = sorted((_result(known[number], scored[number]) for number in chosen), key=lambda one: -one.score)
    return Found(len(found), tuple(found), partial)


def _chosen(documents: Sequence[Sequence[Counted]], needed: Sequence[Term]) -> tuple[list[int], bool]:
    """The documents that have all needed terms; if there are none, those that have most of them, half at least."""
    has = [sum(any(term in field.times for field in fields) for term in needed) for fields in documents]
    most = max(has)
    if most * 2 < len(needed):
        return [], False
    return [number for number, count in enumerate(has) if count == most], most < len(needed)


def _result(entry: Entry, score: float) -> Result:
    return Result(entry.id, entry.url, entry.title, floor(score * 1000 + 0.5) / 1000)
