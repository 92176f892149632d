"""Keywords (CB-28).

What it checks: that no two keywords of an item, and no keyword and a topic of the policies, have one address while they are
written with other letters: "thuê" (to rent) and "Thuế" (tax) both lead to `chu-de/thue/`.
Why: a topic has one page; that of taxes would list flats to let.
How to fix: spell the keyword as the other one, if that is meant; else say more of it: "thuê nhà".
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.terms import topic_fields
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.policy.content import TAGS
from congbo.text.fold import slug

RULE = "CB-28"
CHECK = "tags"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a warning for each keyword that would stand on the page of another."""
    known = {lang: _topics(corpus, lang) for lang in {item.lang for item in corpus.items}}
    for item in corpus.items:
        yield from _collisions(item, known[item.lang])


def _collisions(item: Item, topics: dict[str, str]) -> Iterator[Finding]:
    own: dict[str, str] = {}
    for tag in item.tags:
        word = slug(tag)
        other = topics.get(word) or own.setdefault(word, tag)
        if word and other != tag and not _alike(tag, other):
            key = "tags.topic" if word in topics else "tags.alike"
            yield house_finding(RULE, CHECK, item.place(TAGS), key, Severity.WARNING, tag=tag, other=other, word=word)


def _topics(corpus: Corpus, lang: str) -> dict[str, str]:
    """The topics of the policies by the words of their addresses, as far as these are made of their names."""
    policy = corpus.policy
    found: dict[str, str] = {}
    for field in topic_fields(policy.types):
        vocabulary = policy.vocabularies.get(policy.types.fields[field].vocabulary)
        for term in vocabulary.terms if vocabulary else ():
            name = term.name.in_(lang)
            if slug(name) == slug(term.id):
                found[slug(name)] = name
    return found


def _alike(one: str, other: str) -> bool:
    """Tell whether two keywords are one to a reader: capitals, commas and the place of a tone make no other word."""
    from congbo.text.search_words import words  # hardly ever asked

    return [word.exact for word in words(one)] == [word.exact for word in words(other)]
