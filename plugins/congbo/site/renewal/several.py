"""Outputs worked out in as many processes as there are processors; the one that asked writes them, in their order."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from congbo.site.kinds import BY_NAME
from congbo.site.renewal.edition import Edition, made
from congbo.site.renewal.outputs import Output
from congbo.site.trace import Trace
from congbo.tree import make_ready

A_BATCH = 200
WORTH_PROCESSES = 4 * A_BATCH

Made = tuple[Output, Trace, bytes, str | None]


@dataclass(frozen=True)
class _Work:
    edition: Edition
    batches: Sequence[Sequence[Output]]


_work: list[_Work] = []


def made_by_several(edition: Edition, some: Iterable[Output]) -> Iterator[Made]:
    """Yield what ``made`` yields, in the same order. What the rows of the edition rest on must have been committed."""
    outputs = sorted(some, key=lambda one: (one.kind, one.key))
    if len(outputs) < WORTH_PROCESSES or not hasattr(os, "fork"):
        yield from made(edition.index(), edition, outputs)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    batches = [outputs[start : start + A_BATCH] for start in range(0, len(outputs), A_BATCH)]
    _work[:] = [_Work(edition, batches)]
    gc.freeze()
    try:
        forks = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(len(os.sched_getaffinity(0)), mp_context=forks) as processes:
            for some_made in processes.map(_forked, range(len(batches))):
                yield from some_made
    finally:
        gc.unfreeze()
        _work.clear()


def _forked(number: int) -> list[Made]:
    work = _work[0]
    batch, corpus = work.batches[number], work.edition.corpus
    items = [corpus.by_path[one.key[0]] for one in batch if BY_NAME[one.kind].of_item]
    make_ready(corpus.tree, [file for item in items for file in corpus.attachments(item)])
    return list(made(work.edition.index(), work.edition, batch))
