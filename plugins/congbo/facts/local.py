"""Thresholds that a regulation leaves open and the portal has set for itself: dated, and always shown as the portal's own."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from congbo.dates import holds
from congbo.policy.free import Free
from congbo.policy.portals import Local, Portal


class OfPortal(Protocol):
    """Anything that knows its portal, such as a rule in force for one."""

    @property
    def portal(self) -> Portal:
        """Return the portal."""


def local_of(of: Portal | OfPortal, clause_id: str, on: date) -> Local | None:
    """Return what the portal has decided about a clause and is in force on a day, with who decided it; or None."""
    portal = of if isinstance(of, Portal) else of.portal
    return next(
        (one for one in portal.local if one.clause == clause_id and holds(one.from_, one.until, on)),
        None,
    )


def threshold(of: Portal | OfPortal, clause_id: str, which: str, on: date) -> Free | None:
    """Return the portal's own figure for a clause on a day: its ``within``, ``every`` or ``value``; None if it set none."""
    decided = local_of(of, clause_id, on)
    return {"within": decided.within, "every": decided.every, "value": decided.value}[which] if decided else None
