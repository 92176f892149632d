"""Outputs worked out in as many processes as there are processors; the one that asked writes them, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from congbo.forked import in_batches
from congbo.site.index import Index
from congbo.site.kinds import BY_NAME
from congbo.site.renewal.edition import Edition, made
from congbo.site.renewal.outputs import Output
from congbo.site.trace import Trace
from congbo.tree import make_ready

A_BATCH = 200
WORTH_PROCESSES = 4 * A_BATCH

Made = tuple[Output, Trace, bytes, str | None]


def made_by_several(edition: Edition, some: Iterable[Output]) -> Iterator[Made]:
    """Yield what ``made`` yields, in the same order. What the rows of the edition rest on must have been committed."""
    outputs = sorted(some, key=lambda one: (one.kind, one.key))
    return in_batches(partial(_batch, edition, edition.index()), outputs, A_BATCH, WORTH_PROCESSES)


def _batch(edition: Edition, index: Index, batch: Sequence[Output]) -> list[Made]:
    corpus = edition.corpus
    items = [corpus.by_path[one.key[0]] for one in batch if BY_NAME[one.kind].of_item]
    make_ready(corpus.tree, [file for item in items for file in corpus.attachments(item)])
    return list(made(index, edition, batch))
