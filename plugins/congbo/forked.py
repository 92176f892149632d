"""Work on many things in as many processes as there are processors, the results in the order of the things.

A forked process has everything that this one has; only results travel. No more of them wait than the processors are ahead, so
that what takes them up decides how much memory they need.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from congbo.resting import seldom

AHEAD: Final = 2  # batches that may be done, beside those that are being worked on, before the first is taken up

S = TypeVar("S")
R = TypeVar("R")

_work: list[Callable[[Any], Any]] = []


def in_batches(work: Callable[[Sequence[S]], Sequence[R]], things: Sequence[S], size: int, worth: int) -> Iterator[R]:
    """Yield what ``work`` returns for batches of ``size`` things, in order; for fewer than ``worth`` without processes."""
    return of_batches(work, in_pieces(things, size), several=len(things) >= worth)


def in_pieces(things: Sequence[S], size: int) -> list[Sequence[S]]:
    """Return the things in batches of ``size``, in order."""
    return [things[start : start + size] for start in range(0, len(things), size)]


def of_batches(
    work: Callable[[Sequence[S]], Sequence[R]], batches: Sequence[Sequence[S]], *, several: bool
) -> Iterator[R]:
    """Yield what ``work`` returns for each batch, in order; ``several``: they are worth processes."""
    for results in _forked(work, batches) if several and hasattr(os, "fork") else map(work, batches):
        yield from results


def apart(work: Callable[[], R]) -> R:
    """Return what some work returns that another process does: what memory it needs goes with that process."""
    if not hasattr(os, "fork"):
        return work()
    return next(_forked(lambda _: [work()], [()], 1))[0]


def _forked(
    work: Callable[[Sequence[S]], Sequence[R]], batches: Sequence[Sequence[S]], workers: int = 0
) -> Iterator[Sequence[R]]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    _work[:] = [work]
    gc.freeze()
    try:
        # Not multiprocessing.Pool: it waits for ever where a process dies, or an answer cannot be read.
        workers = workers or len(os.sched_getaffinity(0))
        with seldom(), ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as processes:
            rest = iter(batches)
            running = [processes.submit(_of, batch) for batch in islice(rest, workers + AHEAD)]
            while running:
                results = running.pop(0).result()
                running += [processes.submit(_of, batch) for batch in islice(rest, 1)]
                yield results
    finally:
        gc.unfreeze()
        _work.clear()


def _of(batch: Any) -> Any:
    return _work[0](batch)
