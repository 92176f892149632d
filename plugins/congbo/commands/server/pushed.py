"""What git tells a hook."""

from __future__ import annotations

import sys


def lines_from_git() -> list[str]:
    """Return what git tells a hook on stdin: a line for each ref."""
    return sys.stdin.buffer.read().decode("utf-8", "surrogateescape").splitlines()
