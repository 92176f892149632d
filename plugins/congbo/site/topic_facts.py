"""The facts of topic pages, of their archives by year, or by month where a year has many, and of the list of topics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congbo.facts import addresses
from congbo.facts.terms import TOPIC
from congbo.item import Item
from congbo.shelf.topical import MOST
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common
from congbo.site.registers import period_in
from congbo.site.topics import listed, name_of
from congbo.site.views import Link, TopicFacts, TopicsFacts


def topic_facts(index: Index, lang: str, word: str) -> TopicFacts:
    """Return the facts of a topic's page: its newest items, and its years where there are more."""
    name = name_of(index, lang, word)
    items = index.asked("newest_of_term", lang, TOPIC, word)
    others = [
        one for one in index.portal.languages if one != lang and len(index.answer("two_of_term", one, TOPIC, word)) > 1
    ]
    return TopicFacts(
        **common(
            index, lang, addresses.topic(lang, word), name,
            index.words(lang, "topic.description", topic=name, name=index.portal.name.in_(lang)),
            crumbs=_above(index, lang),
            alternates=[(one, addresses.topic(one, word)) for one in index.portal.languages if one == lang or one in others],
        ),
        entries=tuple(entry(index, item) for item in items[:MOST]),
        months=tuple(_link(index, lang, word, year) for year in years(index, lang, word)),
    )  # fmt: skip


def years(index: Index, lang: str, word: str) -> tuple[str, ...]:
    """Return the years of a topic's archive, newest first; none where its page shows all items."""
    more = index.answer("more_of_term", lang, TOPIC, word)
    return index.answer("years_of_term", lang, TOPIC, word) if more else ()


def months(index: Index, lang: str, word: str, year: str) -> tuple[str, ...]:
    """Return the months of a year of a topic, newest first; none where the page of the year shows all of its items."""
    more = index.answer("more_of_year", lang, TOPIC, word, year)
    return index.answer("months_of_year", lang, TOPIC, word, year) if more else ()


def year_facts(index: Index, lang: str, word: str, year: str) -> TopicFacts:
    """Return the facts of a year of a topic's archive: its items, or its months where these are too many for a page."""
    parts = months(index, lang, word, year)
    items = () if parts else index.asked("year_of_term", lang, TOPIC, word, year)
    told = tuple(_link(index, lang, word, month) for month in parts)
    return _period(index, lang, word, year, items, years(index, lang, word), told)


def month_facts(index: Index, lang: str, word: str, month: str) -> TopicFacts:
    """Return the facts of a month of a topic's archive."""
    items = index.asked("month_of_term", lang, TOPIC, word, month)
    return _period(index, lang, word, month, items, months(index, lang, word, month[:4]))


def _period(
    index: Index,
    lang: str,
    word: str,
    period: str,
    items: Iterable[Item],
    order: Sequence[str],
    parts: tuple[Link, ...] = (),
) -> TopicFacts:
    """The page of a period, which stands between its neighbours in an order, newest first."""
    name, at = name_of(index, lang, word), order.index(period)
    title = index.words(lang, "month.title", section=name, month=_link(index, lang, word, period).title)
    over = [_link(index, lang, word, period[:4])] if len(period) > len("2026") else []
    return TopicFacts(
        **common(
            index, lang, addresses.topic(lang, word, period), title,
            index.words(lang, "topic.description", topic=title, name=index.portal.name.in_(lang)),
            crumbs=[*_above(index, lang), Link(name, addresses.topic(lang, word)), *over],
        ),
        entries=tuple(entry(index, item) for item in items),
        parts=parts,
        older=_link(index, lang, word, order[at + 1]) if at + 1 < len(order) else None,
        newer=_link(index, lang, word, order[at - 1]) if at else None,
    )  # fmt: skip


def topics_facts(index: Index, lang: str) -> TopicsFacts:
    """Return the facts of the list of topics."""
    title = index.words(lang, "topic.all")
    return TopicsFacts(
        **common(
            index, lang, addresses.topics(lang), title,
            index.words(lang, "topic.all.description", name=index.portal.name.in_(lang)),
            alternates=[(one, addresses.topics(one)) for one in index.languages if listed(index, one)],
        ),
        topics=listed(index, lang),
    )  # fmt: skip


def _above(index: Index, lang: str) -> list[Link]:
    return [Link(index.words(lang, "topic.all"), addresses.topics(lang))] if listed(index, lang) else []


def _link(index: Index, lang: str, word: str, period: str) -> Link:
    title = period_in(index, lang, period)
    return Link(title[:1].upper() + title[1:], addresses.topic(lang, word, period))
