"""Topics: their list, a page each, and an archive of those with many items: by year, by month where a year has very many."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts.terms import TOPIC
from congbo.shelf import Row
from congbo.site.index import Index
from congbo.site.kind import Key, Kind
from congbo.site.topic_facts import month_facts, months, topic_facts, topics_facts, year_facts, years
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


def _months(index: Index, key: Key) -> Iterator[Key]:
    return ((*key[:2], month) for month in months(index, *key))


def _months_of_row(index: Index, row: Row) -> Iterator[Key]:
    """All months of the row's year in its topics, and its own: with it there may be too many for one page, or no longer."""
    for lang, word in _of_row(index, row):
        for month in (row.month, *index.shelf.answer("months_of_year", lang, TOPIC, word, row.month[:4])):
            yield lang, word, month


def _months_of_all(index: Index) -> Iterator[Key]:
    return (month for year in _years_of_all(index) for month in _months(index, year))


def _month_stands(index: Index, key: Key) -> bool:
    lang, word, month = key
    return _year_stands(index, (lang, word, month[:4])) and month in months(index, lang, word, month[:4])


KINDS = (
    Kind("topics", "topics.html", topics_facts, keys=_lists),
    Kind("topic", "topic.html", topic_facts, near=_of_row, stands=_stands, all_near=_of_all),
    Kind("topic_year", "topic.html", year_facts, near=_years_of_row, stands=_year_stands, all_near=_years_of_all),
    Kind("topic_month", "topic.html", month_facts, near=_months_of_row, stands=_month_stands, all_near=_months_of_all),
)
