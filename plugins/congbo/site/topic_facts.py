"""The facts of topic pages, of their archives by month, and of the list of topics."""

from __future__ import annotations

from congbo.facts import addresses
from congbo.facts.terms import TOPIC
from congbo.shelf.topical import MOST
from congbo.site.days import month_in
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common
from congbo.site.topics import listed, name_of
from congbo.site.views import Link, TopicFacts, TopicsFacts

Month = str  # as 2026-11


def topic_facts(index: Index, lang: str, word: str) -> TopicFacts:
    """Return the facts of a topic's page: its newest items, and its months where there are more."""
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
        months=tuple(_link(lang, word, month) for month in months(index, lang, word)),
    )  # fmt: skip


def months(index: Index, lang: str, word: str) -> tuple[Month, ...]:
    """Return the months of a topic's archive, newest first; none where its page shows all items."""
    more = len(index.answer("newest_of_term", lang, TOPIC, word)) > MOST
    return index.answer("months_of_term", lang, TOPIC, word) if more else ()


def month_facts(index: Index, lang: str, word: str, month: Month) -> TopicFacts:
    """Return the facts of a month of a topic's archive."""
    name = name_of(index, lang, word)
    order = months(index, lang, word)
    at = order.index(month)
    title = index.words(lang, "month.title", section=name, month=_link(lang, word, month).title)
    return TopicFacts(
        **common(
            index, lang, addresses.topic(lang, word, month), title,
            index.words(lang, "topic.description", topic=title, name=index.portal.name.in_(lang)),
            crumbs=[*_above(index, lang), Link(name, addresses.topic(lang, word))],
        ),
        entries=tuple(entry(index, item) for item in index.asked("month_of_term", lang, TOPIC, word, month)),
        older=_link(lang, word, order[at + 1]) if at + 1 < len(order) else None,
        newer=_link(lang, word, order[at - 1]) if at else None,
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


def _link(lang: str, word: str, month: Month) -> Link:
    year, _, number = month.partition("-")
    return Link(month_in(int(year), int(number), lang), addresses.topic(lang, word, month))
