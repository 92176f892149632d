"""Topics: an item's theme and tags. A topic has a page as soon as two items have it; fewer would lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from congbo.facts import addresses
from congbo.facts.terms import TOPIC, topic_fields
from congbo.item import Item
from congbo.message import Texts
from congbo.site.index import Index
from congbo.site.views import Link
from congbo.text.fold import slug

RELATED = 5


def topics_of(index: Index, item: Item) -> tuple[Link, ...]:
    """Return an item's topics, the theme first; with an address where the topic has a page."""
    found = named(index, item)
    paged = set(index.answer("shared_terms", item.path, TOPIC)) if found else ()
    return tuple(Link(name, addresses.topic(item.lang, word) if word in paged else "") for name, word in found)


def named(index: Index, item: Item) -> tuple[tuple[str, str], ...]:
    """Return an item's topics, each once, as (name, word of the address); of one without Latin letters the word is empty."""
    found: dict[str, tuple[str, str]] = {}
    for name, word in _words(index, item):
        found.setdefault(word or name, (name, word))
    return tuple(found.values())


def _words(index: Index, item: Item) -> Iterator[tuple[str, str]]:
    """An item's topics as (name, word of the address), some of them twice."""
    for field in topic_fields(index.corpus.policy.types, item):
        value = item.fields.get(field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield _name(index, field, one, item.lang), slug(one)
    yield from ((tag, slug(tag)) for tag in item.tags)


def _name(index: Index, field: str, value: str, lang: str) -> str:
    vocabulary = index.corpus.policy.vocabularies.get(index.corpus.policy.types.fields[field].vocabulary)
    term = vocabulary.get(value) if vocabulary else None
    return term.name.in_(lang) if term else value


def name_of(index: Index, lang: str, word: str) -> str:
    """Return a topic's name: that of the vocabulary, else the tag as the first item writes it: a new item renames no page."""
    for field in topic_fields(index.corpus.policy.types):
        if found := _vocabulary(index, field).get(word):
            return found.in_(lang)
    items = index.asked("two_of_term", lang, TOPIC, word)
    tag = next((tag for item in items for tag in item.tags if slug(tag) == word), word)
    return tag[:1].upper() + tag[1:]


def stands(index: Index, lang: str, word: str) -> bool:
    """Tell whether a topic has a page: two items have it."""
    return len(index.answer("two_of_term", lang, TOPIC, word)) == 2


def listed(index: Index, lang: str) -> tuple[Link, ...]:
    """Return the topics of the vocabulary that have a page, in its order."""
    words = {
        word: name
        for field in topic_fields(index.corpus.policy.types)
        for word, name in _vocabulary(index, field).items()
    }
    return tuple(
        Link(name.in_(lang), addresses.topic(lang, word)) for word, name in words.items() if stands(index, lang, word)
    )


def related(index: Index, item: Item) -> tuple[Link, ...]:
    """Return what was published before an item and lies near: of its topics, else of its unit, else of its section.

    A newer item never changes an older page.
    """
    found = dict.fromkeys(_of_topics(index, item))
    unit = item.fields.get("don_vi")
    if len(found) < RELATED and isinstance(unit, str):
        found |= dict.fromkeys(index.answer("older_of_term", item.path, "unit", unit))
    if len(found) < RELATED:
        found |= dict.fromkeys(index.answer("older", item.path))
    return tuple(islice(of_different_titles(map(index.item, found)), RELATED))


def of_different_titles(items: Iterable[Item]) -> Iterator[Link]:
    """Yield links to items, of several with one title to the first: to a reader they would be the same twice."""
    known: set[str] = set()
    for one in items:
        title = one.title.casefold()
        if title not in known:
            known.add(title)
            yield Link(one.title, addresses.item(one))


def _of_topics(index: Index, item: Item) -> Iterator[str]:
    """The items before an item that share a topic with it, newest first."""
    shared = index.answer("shared_terms", item.path, TOPIC)
    paths = dict.fromkeys(path for word in shared for path in index.answer("older_of_term", item.path, TOPIC, word))
    for path in paths:  # their order among each other may change, though what is older in each topic does not
        index.trace.on("item", path)
    return iter(index.shelf.newest_first(paths))


def _vocabulary(index: Index, field: str) -> Mapping[str, Texts]:
    """The topics of a field's vocabulary: word of the address -> name."""
    policy = index.corpus.policy
    vocabulary = policy.vocabularies.get(policy.types.fields[field].vocabulary)
    terms = vocabulary.terms if vocabulary else ()
    return index.once("topics", field, lambda: {slug(term.id): term.name for term in terms})
