"""Whether an item is shown at a moment: the one predicate of pages, lists, feeds, site maps, searches and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final, Literal

from congbo.dates import day_of, start_of
from congbo.facts.corpus import Corpus
from congbo.facts.takedowns import about, bounds, stop_of, takedown_of
from congbo.item import Item
from congbo.item.model import Withdrawal
from congbo.policy import Policy

Stage = Literal["scheduled", "stopped", "shown", "expired", "withdrawn", "taken_down"]
SCHEDULED: Final = "scheduled"
STOPPED: Final = "stopped"
SHOWN: Final = "shown"
EXPIRED: Final = "expired"
WITHDRAWN: Final = "withdrawn"
TAKEN_DOWN: Final = "taken_down"


def ends(policy: Policy, item: Item) -> datetime | None:
    """Return the first moment at which an item is no longer shown: what it says itself, or the end of its last day.

    The last day is the date that the item's type names (``shown_until``), such as the end of an advertisement. None: never.
    """
    last = item.fields.get(policy.types.types[item.type].shown_until)
    moments = [item.expires_at, start_of(day_of(last) + timedelta(days=1)) if isinstance(last, date) else None]
    return min((moment for moment in moments if moment), default=None)


def posted(corpus: Corpus, item: Item) -> datetime:
    """Return when the item became public; a file that is in no commit yet counts as posted today."""
    return corpus.published(item) or item.publish_at or start_of(corpus.today)


def stage(corpus: Corpus, item: Item) -> Stage:
    """Return what becomes of an item at the corpus' moment, whatever the edition.

    A takedown comes before all else, and nothing that was not public yet leaves a trace by being withdrawn.
    """
    waits = _waits(corpus, item)
    if waits:
        return STOPPED if stop_of(corpus.policy, item, corpus.moment) else SCHEDULED
    if takedown_of(corpus.policy, item, corpus.moment):
        return TAKEN_DOWN
    if stop_of(corpus.policy, item, corpus.moment):
        return STOPPED
    if withdrawal_of(corpus, item):
        return WITHDRAWN
    return EXPIRED if _ended(corpus, item) else SHOWN


def shows(corpus: Corpus, item: Item) -> bool:
    """Tell whether an item is shown at the corpus' moment; a preview shows what the change itself brings, too."""
    found = stage(corpus, item)
    looked_at = corpus.previewed is not None and item.path in corpus.previewed
    return found == SHOWN or (looked_at and found == SCHEDULED)


def leaves_trace(corpus: Corpus, item: Item) -> bool:
    """Tell whether a page at the item's address says that it was taken away, and by what right."""
    return stage(corpus, item) in (WITHDRAWN, TAKEN_DOWN)


def over(corpus: Corpus, item: Item) -> bool:
    """Tell whether an item has ended or was withdrawn by its own board; what was taken down at once may come back."""
    return _ended(corpus, item) or withdrawal_of(corpus, item) is not None


def withdrawal_of(corpus: Corpus, item: Item) -> Withdrawal | None:
    """Return the withdrawal of an item, or of the original that it translates."""
    original = corpus.by_id.get(item.translation)
    return item.withdrawal or (original.withdrawal if original else None)


def turns(corpus: Corpus, item: Item) -> Iterator[datetime]:
    """Yield the moments at which an item may begin or cease to be shown, past and to come."""
    if item.publish_at:
        yield item.publish_at
    yield start_of(day_of(posted(corpus, item)))
    if end := ends(corpus.policy, item):
        yield end
    for record in about(corpus.policy, item):
        yield from bounds(record)
    if corpus.published(item) is None and item.publish_at is None:  # in no commit yet: it counts as posted today
        yield start_of(corpus.today + timedelta(days=1))


def _waits(corpus: Corpus, item: Item) -> bool:
    if item.publish_at is not None and item.publish_at > corpus.moment:
        return True
    return day_of(posted(corpus, item)) > corpus.today


def _ended(corpus: Corpus, item: Item) -> bool:
    end = ends(corpus.policy, item)
    return end is not None and end <= corpus.moment
