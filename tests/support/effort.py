"""A bound on the work of a block: what grows with the square of its input takes minutes, and a busy machine is no fault."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

MOST = 20.0  # seconds of this process's own processor time


@contextmanager
def bounded(most: float = MOST) -> Iterator[None]:
    """Fail if the block takes more than ``most`` seconds of processor time."""
    start = time.process_time()
    yield
    took = time.process_time() - start
    assert took < most, f"{took:.1f} s of processor time"
