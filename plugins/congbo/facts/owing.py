"""The signatures that an emergency publication still lacks (CB-20)."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Owed(Struct, frozen=True):
    """What is still missing of an emergency publication, and by when it has to be there."""

    change: str
    board: str
    steps: tuple[str, ...]
    since: datetime
    due: datetime

    def overdue(self, now: datetime) -> bool:
        """Tell whether signatures are missing although their term is over."""
        return bool(self.steps) and now > self.due
