"""On what a page rests: the answers and items that it looked at, and the moments at which it would say something else.

A page that looks at nothing else cannot change when nothing of that does: the incremental build leaves it alone (ADR 0020).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Trace:
    """What was looked at since the trace began. ``since`` (included) and ``until`` (excluded) bound the moments that give the
    same page; None: no bound. ``numbers``: keys of which only these are known (``rests``)."""

    keys: set[tuple[str, ...]] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    since: datetime | None = None
    until: datetime | None = None

    def on(self, *key: str) -> None:
        """Note a key."""
        self.keys.add(key)

    def add(self, other: Trace) -> None:
        """Note all that another trace has noted."""
        self.keys |= other.keys
        self.numbers |= other.numbers
        self.within(other.since, other.until)

    def within(self, since: datetime | None, until: datetime | None) -> None:
        """Note that the page is the same only from ``since`` until ``until``."""
        if since is not None and (self.since is None or since > self.since):
            self.since = since
        if until is not None and (self.until is None or until < self.until):
            self.until = until
