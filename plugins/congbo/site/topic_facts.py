"""The facts of topic pages, of their archives by year, and of the list of topics."""

from __future__ import annotations

from congbo.facts import addresses
from congbo.facts.terms import TOPIC
from congbo.shelf.topical import MOST
from congbo.site.entries import entry
from congbo.site.index import Index
from congbo.site.page_facts import common
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
    more = len(index.answer("newest_of_term", lang, TOPIC, word)) > MOST
    return index.answer("years_of_term", lang, TOPIC, word) if more else ()


def year_facts(index: Index, lang: str, word: str, year: str) -> TopicFacts:
    """Return the facts of a year of a topic's archive."""
    name = name_of(index, lang, word)
    order = years(index, lang, word)
    at = order.index(year)
    title = index.words(lang, "month.title", section=name, month=_link(index, lang, word, year).title)
    return TopicFacts(
        **common(
            index, lang, addresses.topic(lang, word, year), title,
            index.words(lang, "topic.description", topic=title, name=index.portal.name.in_(lang)),
            crumbs=[*_above(index, lang), Link(name, addresses.topic(lang, word))],
        ),
        entries=tuple(entry(index, item) for item in index.asked("year_of_term", lang, TOPIC, word, year)),
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


def _link(index: Index, lang: str, word: str, year: str) -> Link:
    return Link(index.words(lang, "period.year", year=year).capitalize(), addresses.topic(lang, word, year))
