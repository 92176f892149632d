"""Work on strangers' bytes in a child process: its memory and seconds are bounded, and what kills it kills it alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from congbo.pictures.framed import joined, parted

MEMORY: Final = 1_500_000_000  # bytes beside what this process has
SECONDS: Final = 60  # of work; a hundred million points take less than five
_DONE, _FAILED = b"+", b"-"

Work = Callable[[bytes], Sequence[bytes]]


class UndrawnError(Exception):
    """The work was not done: how the child failed, in a word."""


def apart(work: Work, data: bytes) -> list[bytes]:
    """Return what some work makes of some bytes, in a child process with limits. Raises UndrawnError."""
    if not hasattr(os, "fork"):
        return _here(work, data)
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # nothing that a child does is seen here
        _child(work, data, tell)
    os.close(tell)
    with open(told, "rb") as answer:  # noqa: PTH123  # a pipe has no path
        heard = answer.read()
    _, status = os.waitpid(child, 0)
    if heard[:1] != _DONE:
        raise UndrawnError(heard[1:].decode("ascii", "replace") or f"signal {os.waitstatus_to_exitcode(status)}")
    return parted(heard[1:])


def _child(work: Work, data: bytes, tell: int) -> None:  # pragma: no cover
    heard = _FAILED
    try:
        _limit()
        heard = _DONE + joined(work(data))
    except BaseException as error:
        heard = _FAILED + type(error).__name__.encode("ascii", "replace")
    finally:
        with suppress(BaseException), open(tell, "wb") as out:
            out.write(heard)
        os._exit(0)  # nothing of the parent's is closed, written or run


def _limit() -> None:  # pragma: no cover
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):  # systems that do not tell what a process has
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _here(work: Work, data: bytes) -> list[bytes]:
    try:
        return list(work(data))
    except Exception as error:
        raise UndrawnError(type(error).__name__) from error
