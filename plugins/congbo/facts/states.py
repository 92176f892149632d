"""In which state of its publication something is: derived from what is known, and written nowhere."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct

from congbo.facts.corpus import Corpus
from congbo.facts.gate.judge import GRANTED, REFUSED
from congbo.facts.gate.model import Verdict
from congbo.facts.showing import SHOWN, ends, stage
from congbo.facts.takedowns import begins, takedown_of
from congbo.facts.versions import spoken
from congbo.item import Item
from congbo.item.model import CORRECTIONS

DRAFT: Final = "draft"
SUBMITTED: Final = "submitted"
RETURNED: Final = "returned"
REFUSED_FOR_GOOD: Final = "refused"
APPROVED: Final = "approved"
PUBLISHED: Final = "published"
CORRECTED: Final = "corrected"
CHANGED: Final = "changed"


class State(Struct, frozen=True):
    """A state and since when it holds, as far as that is known."""

    name: str
    since: datetime | None = None


def of_change(verdict: Verdict | None, merged: bool = False) -> State:
    """Return the state of a change: a draft before anything was handed in (no verdict), and what the gate says after it.

    ``merged``: it has landed; then its items tell their own states.
    """
    if merged:
        return State(PUBLISHED)
    if verdict is None:
        return State(DRAFT)
    since = max((one.time for one in verdict.taken), default=None)
    if verdict.verdict == GRANTED:
        return State(APPROVED, since)
    if verdict.verdict == REFUSED and any(one.code == "change.refused" for one in verdict.refused):
        return State(REFUSED_FOR_GOOD, since)
    return State(RETURNED if verdict.code == RETURNED else SUBMITTED, since)


def of_item(corpus: Corpus, item: Item) -> State:
    """Return the state of an item on the branch that is published: scheduled, published, corrected, expired, withdrawn …"""
    if corpus.published(item) is None:
        return State(DRAFT)
    found = stage(corpus, item)
    if found != SHOWN:
        return State(found, _since(corpus, item, found))
    if item.notes(CORRECTIONS):
        return State(CORRECTED, corpus.published(item))
    return State(CHANGED if spoken(item) else PUBLISHED, corpus.published(item))


def _since(corpus: Corpus, item: Item, found: str) -> datetime | None:
    """The moment of a scheduled item lies ahead; that of all others is past."""
    if found == "scheduled":
        return item.publish_at
    if found == "expired":
        return ends(corpus.policy, item)
    record = takedown_of(corpus.policy, item, corpus.moment) if found == "taken_down" else None
    return begins(record) if record else None
