"""Items with a moment of their own: which wait for it, which were stopped, and which should be public and are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from congbo.facts.corpus import Corpus
from congbo.facts.showing import SCHEDULED, SHOWN, STOPPED, stage
from congbo.item import Item


class Scheduled(Struct, frozen=True):
    """One item and its moment: it ``waits``, was ``stopped``, or ``comes`` with the next release."""

    item: Item
    moment: datetime
    stage: Literal["waits", "stopped", "comes"]


def scheduled(corpus: Corpus) -> tuple[Scheduled, ...]:
    """Return the items of the branch whose moment is still to come, or that were stopped, the nearest first."""
    return tuple(sorted(_scheduled(corpus), key=lambda one: (one.moment, one.item.id)))


def _scheduled(corpus: Corpus) -> Iterator[Scheduled]:
    for item in corpus.items:
        if item.publish_at is None or corpus.published(item) is None or item.imported:
            continue
        found = stage(corpus, item)
        if found == STOPPED:
            yield Scheduled(item, item.publish_at, "stopped")
        elif found == SCHEDULED:
            yield Scheduled(item, item.publish_at, "waits")


def missed(corpus: Corpus, items: Iterable[Item], live: Callable[[Item], bool], grace: int) -> tuple[Scheduled, ...]:
    """Return those of some items whose moment came more than ``grace`` minutes ago and that the live release lacks.

    What was approved only after its moment has missed nothing.
    """
    due = ((item, item.publish_at) for item in items if item.publish_at and item.publish_at == corpus.published(item))
    late = [
        Scheduled(item, at, "comes")
        for item, at in due
        if not item.imported and not live(item) and stage(corpus, item) == SHOWN and _minutes(corpus, at) > grace
    ]
    return tuple(sorted(late, key=lambda one: (one.moment, one.item.id)))


def _minutes(corpus: Corpus, at: datetime) -> float:
    return (corpus.moment - at).total_seconds() / 60
