"""The collector of circles, at rest for a while: what makes much and drops little is looked through by it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

# How much more there has to be than at the last look, and how many small looks come before a large one: with Python's own
# numbers (700, 10, 10) a tenth of the time of ten thousand pages goes by with looking.
_SELDOM: Final = (50_000, 20, 100)


@contextmanager
def resting() -> Iterator[None]:
    """Let the collector rest until the end of a block, and be afterwards as it was."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def seldom() -> Iterator[None]:
    """Let the collector look through things seldom until the end of a block, in processes that are forked there as well."""
    was = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*was)
