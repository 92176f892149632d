"""Topics: their list, a page each, and an archive by year of those with many items."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.terms import TOPIC
from congbo.shelf import Row
from congbo.site.index import Index
from congbo.site.kind import Key, Kind
from congbo.site.topic_facts import topic_facts, topics_facts, year_facts, years
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


def _years(index: Index, key: Key) -> Iterator[Key]:
    return ((*key, year) for year in years(index, *key))


def _years_of_row(index: Index, row: Row) -> Iterator[Key]:
    """All years of the topics of a row, since with it there may be too many for one page or no longer; and its own."""
    for lang, word in _of_row(index, row):
        for year in (row.month[:4], *index.shelf.answer("years_of_term", lang, TOPIC, word)):
            yield lang, word, year


def _years_of_all(index: Index) -> Iterator[Key]:
    return (year for key in _of_all(index) for year in _years(index, key))


def _year_stands(index: Index, key: Key) -> bool:
    lang, word, year = key
    return year in years(index, lang, word)


KINDS = (
    Kind("topics", "topics.html", topics_facts, keys=_lists),
    Kind("topic", "topic.html", topic_facts, near=_of_row, stands=_stands, all_near=_of_all),
    Kind("topic_year", "topic.html", year_facts, near=_years_of_row, stands=_year_stands, all_near=_years_of_all),
)
