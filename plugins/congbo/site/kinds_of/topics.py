"""Topics: their list, a page each, and an archive by month of those with many items."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.terms import TOPIC
from congbo.shelf import Row
from congbo.site.index import Index
from congbo.site.kind import Key, Kind
from congbo.site.topic_facts import month_facts, months, topic_facts, topics_facts
from congbo.site.topics import listed, stands


def _lists(index: Index) -> Iterator[Key]:
    return ((lang,) for lang in index.languages if listed(index, lang))


def _of_row(_: Index, row: Row) -> Iterator[Key]:
    return ((row.lang, value) for kind, value in row.terms if kind == TOPIC)


def _of_all(index: Index) -> Iterator[Key]:
    return ((lang, word) for lang in index.languages for word in index.shelf.answer("values_of_two", lang, TOPIC))


def _stands(index: Index, key: Key) -> bool:
    lang, word = key
    return stands(index, lang, word)


def _months(index: Index, key: Key) -> Iterator[Key]:
    return ((*key, month) for month in months(index, *key))


def _months_of_row(index: Index, row: Row) -> Iterator[Key]:
    """All months of the topics of a row, since with it there may be too many for one page or no longer; and its own."""
    for lang, word in _of_row(index, row):
        for month in (row.month, *index.shelf.answer("months_of_term", lang, TOPIC, word)):
            yield lang, word, month


def _months_of_all(index: Index) -> Iterator[Key]:
    return (month for key in _of_all(index) for month in _months(index, key))


def _month_stands(index: Index, key: Key) -> bool:
    lang, word, month = key
    return month in months(index, lang, word)


KINDS = (
    Kind("topics", "topics.html", topics_facts, keys=_lists),
    Kind("topic", "topic.html", topic_facts, near=_of_row, stands=_stands, all_near=_of_all),
    Kind("topic_month", "topic.html", month_facts, near=_months_of_row, stands=_month_stands, all_near=_months_of_all),
)
