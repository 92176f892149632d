"""The order of what is found: lunr's, of an index of the terms of the query alone.

lunr scores a document by the terms of the query, so an index without all other words gives the same scores; only the lengths
of the texts have to be told to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lunr.builder import Builder
from lunr.index import Index

from congbo.search.counting import Counted
from congbo.search.parts import FIELDS
from congbo.search.terms import Term


def scores(documents: Sequence[Sequence[Counted]], terms: Sequence[Term]) -> dict[int, float]:
    """Return the scores of the documents (of each its fields, counted) in which a term stands, by their number."""
    index = _index(documents)
    query = index.create_query()
    for term in terms:
        query.term(term.name, boost=term.weight, use_pipeline=False)
    return {int(one["ref"]): one["score"] for one in index.query(query)}


def _index(documents: Sequence[Sequence[Counted]]) -> Index:
    builder = Builder()
    builder.ref("ref")
    for name, weight in FIELDS.items():
        builder.field(name, boost=weight)
    for number, fields in enumerate(documents):
        texts = {name: _tokens(field) for name, field in zip(FIELDS, fields, strict=True)}
        builder.add({"ref": number, **texts})
        for name, field in zip(FIELDS, fields, strict=True):
            builder.field_lengths[f"{name}/{number}"] = field.length
    return builder.build()


def _tokens(field: Counted) -> list[str]:
    return [term.name for term, times in field.times.items() for _ in range(times)]
