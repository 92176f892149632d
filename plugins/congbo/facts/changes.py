"""When an item changed, by the history and by what an item of an older system states."""

from __future__ import annotations

from datetime import date, datetime

from congbo.dates import day_of, start_of
from congbo.facts.corpus import Corpus
from congbo.item import Item


def changes_of(corpus: Corpus, item: Item) -> tuple[datetime, ...]:
    """Return every time the item took a new form, oldest first.

    What lies in the working folder and in no commit counts as a change of today. The commit that brought in an item of an
    older system changed nothing: the time that the item states stands for it.
    """
    known = corpus.history.files.get(item.path)
    committed = known.changes if known else ()
    if item.imported:
        pending = known is not None and item.path in corpus.history.changed
        committed = (item.imported.published, *committed[1:])
    else:
        pending = known is None or item.path in corpus.history.changed
    return (*committed, *((start_of(corpus.today),) if pending else ()))


def last_change(corpus: Corpus, item: Item) -> datetime | None:
    """Return when the item last changed; None for one that no history knows."""
    return max(changes_of(corpus, item), default=None)


def first_change_since(corpus: Corpus, item: Item, day: date) -> datetime | None:
    """Return the first change on the day or later, or None."""
    return min((moment for moment in changes_of(corpus, item) if day_of(moment) >= day), default=None)


def before_the_register(corpus: Corpus, item: Item, day: date) -> bool:
    """Tell whether nobody can know how an item of an older system changed on that day: its history begins later.

    What it states about its own publication is known all the same.
    """
    if item.imported is None or day_of(item.imported.published) >= day:
        return False
    first = corpus.history.first_published(item.path)
    return day < (day_of(first) if first else corpus.today)
