"""Ports of 127.0.0.1: one that is free, and the moment at which somebody answers at it."""

from __future__ import annotations

import socket
import time

_OFTEN = 400


def free_port() -> int:
    """Return a port at which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(port: int, who: str) -> None:
    """Wait until somebody listens; ten seconds at most. Raises AssertionError, naming who should."""
    for _ in range(_OFTEN):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.025)
    raise AssertionError(f"{who} does not answer")
