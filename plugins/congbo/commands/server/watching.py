"""Publishes whenever there is something to publish: when a tip waits, and when the moment of an item has come."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from types import FrameType

from congbo.clock import now
from congbo.errors import CongboError
from congbo.history.running import git_text
from congbo.locale import told
from congbo.register.links import RECEIPTS
from congbo.server.layout import wanted_of

AGAIN = timedelta(minutes=1)  # what failed is tried again: the server may only have been away

# Publishes what there is at a moment, and returns the moment at which the site would be another one, if that is known.
Publish = Callable[[datetime], datetime | None]


@dataclass(frozen=True)
class Sign:
    """By what one sees that something waits: ``look`` returns another value then. ``pause``: seconds between looks."""

    look: Callable[[], object]
    pause: float


def sign_of(server: str) -> Sign:
    """Return the sign of a server: the file that it writes, or (where it is on another machine) the tip of its register."""
    if Path(server).exists():
        return Sign(partial(_state, wanted_of(Path(server))), 0.05)
    return Sign(partial(_tip, server), 5)


def watch(sign: Sign, publish: Publish, lang: str) -> None:
    """Publish at once, and then whenever the sign changes or a moment comes, until the process is told to end."""
    ended: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        ended.append(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    while not ended:
        seen = sign.look()
        due = _published(publish, lang)
        while not ended and sign.look() == seen and now(None) < due:
            time.sleep(sign.pause)


def _published(publish: Publish, lang: str) -> datetime:
    """Publish; return when to look again though nothing was written."""
    at = now(None)
    try:
        turn = publish(at)
    except CongboError as error:
        print(told(error, lang), file=sys.stderr, flush=True)
        return at + AGAIN
    return turn or datetime.max.replace(tzinfo=at.tzinfo)


def _tip(server: str) -> str:
    """The tip of a register elsewhere; empty while the server does not answer."""
    try:
        return git_text(Path(), "ls-remote", server, RECEIPTS)
    except CongboError:
        return ""


def _state(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_ino
