"""Mandated fields.

What it checks: that an item, portal, unit or holder carries the fields which a clause lists for it, with the values that
the clause allows, and none that it forbids.
Why: the regulations print these lists (nine facts of a legal document, eight of a leader); a missing one is a breach.
How to fix: add the line that the finding shows to the front matter, or correct its value.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.demands import allowed, required
from congbo.facts.matching import holds
from congbo.facts.subject import Subject, subjects
from congbo.finding import Finding
from congbo.message import say
from congbo.policy.free import Free


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each field that is missing, forbidden or has a value that the clause does not allow."""
    of = str(ruled.rule.params.get("of", "item"))
    found = (
        (Subject.of_item(corpus, item) for item in ruled.items(corpus)) if of == "item" else _others(corpus, ruled, of)
    )
    for subject in found:
        yield from _judge(corpus, ruled, subject)


def _others(corpus: Corpus, ruled: Ruled, of: str) -> Iterator[Subject]:
    for subject in subjects(corpus, ruled.portal, of):
        where, unless = ruled.selector.where, ruled.selector.unless
        if holds(where, subject.value) and not (unless and holds(unless, subject.value)):
            yield subject


def _judge(corpus: Corpus, ruled: Ruled, subject: Subject) -> Iterator[Finding]:
    for name in required(corpus.policy, ruled.rule):
        if subject.value(name) is None:
            yield _finding(corpus, ruled, subject, name, "fields.missing")
    for name in ruled.rule.params.get("refused", ()):
        if subject.value(name) is not None:
            yield _finding(corpus, ruled, subject, name, "fields.refused")
    any_of = ruled.rule.params.get("any_of", ())
    if any_of and all(subject.value(name) is None for name in any_of):
        labels = [corpus.policy.types.label(name) for name in any_of]
        yield _finding(corpus, ruled, subject, any_of[0], "fields.none_of", fields=labels)
    yield from _values(corpus, ruled, subject)
    yield from _forms(corpus, ruled, subject)


def _values(corpus: Corpus, ruled: Ruled, subject: Subject) -> Iterator[Finding]:
    for name, wanted in ruled.rule.params.get("equals", {}).items():
        actual = subject.value(name)
        if not subject.equal(name, wanted, actual):
            key = "fields.missing" if actual is None else "fields.not_equal"
            yield _finding(
                corpus,
                ruled,
                subject,
                name,
                key,
                wanted=_shown(corpus, name, subject.value("own_unit") if wanted == "own_unit" else wanted),
                actual=_shown(corpus, name, actual),
            )
    for name, listed in ruled.rule.params.get("one_of", {}).items():
        actual = subject.value(name)
        words = allowed(corpus.policy, listed, subject.day)
        if actual is not None and str(actual) not in words:
            yield _finding(
                corpus,
                ruled,
                subject,
                name,
                "fields.not_allowed",
                actual=_shown(corpus, name, actual),
                allowed=words,
            )


def _forms(corpus: Corpus, ruled: Ruled, subject: Subject) -> Iterator[Finding]:
    for name, pattern in ruled.rule.params.get("pattern", {}).items():
        wanted, actual = corpus.policy.types.patterns[pattern], subject.value(name)
        if actual is not None and not wanted.matches.fullmatch(str(actual)):
            yield _finding(corpus, ruled, subject, name, "fields.form", actual=actual, wanted=wanted.name)


def _shown(corpus: Corpus, name: str, value: Free | Any) -> object:
    if isinstance(value, dict):
        return [say("fields.pair", key=key, value=_shown(corpus, name, one)) for key, one in value.items()]
    if isinstance(value, tuple):
        return [_shown(corpus, name, one) for one in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    field, fact = corpus.policy.types.fields.get(name), corpus.policy.types.facts.get(name)
    vocabulary = corpus.policy.vocabularies.get(field.vocabulary) if field else None
    term = vocabulary.get(str(value)) if vocabulary else None
    known = term.name if term else fact.values.get(str(value)) if fact else None
    return say("fields.value", name=known, id=value) if known else value


def _finding(corpus: Corpus, ruled: Ruled, subject: Subject, name: str, key: str, /, **params: object) -> Finding:
    of_item = subject.of == "item"
    written = corpus.policy.types.key_of(name) if of_item else subject.key(name)
    words = params | {
        "label": corpus.policy.types.label(name, of_item=of_item),
        "key": written,
        "subject": subject.name,
    }
    return ruled.finding(subject.place(written), say(key, **words), say(f"{key}.fix", **words))
