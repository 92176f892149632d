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
from congbo.facts.matching import holds
from congbo.facts.subject import Subject, subjects
from congbo.finding import Finding
from congbo.message import Texts, say
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
    for name in _required(corpus, ruled):
        if subject.value(name) is None:
            yield _finding(corpus, ruled, subject, name, "fields.missing")
    for name in ruled.rule.params.get("refused", ()):
        if subject.value(name) is not None:
            yield _finding(corpus, ruled, subject, name, "fields.refused")
    any_of = ruled.rule.params.get("any_of", ())
    if any_of and all(subject.value(name) is None for name in any_of):
        yield _finding(corpus, ruled, subject, any_of[0], "fields.none_of", fields=[_label(corpus, n) for n in any_of])
    yield from _values(corpus, ruled, subject)


def _required(corpus: Corpus, ruled: Ruled) -> list[str]:
    lists = (corpus.policy.types.field_lists[name].fields for name in ruled.rule.params.get("lists", ()))
    wanted = dict.fromkeys((*(name for fields in lists for name in fields), *ruled.rule.params.get("required", ())))
    exempt = ruled.rule.if_any if isinstance(ruled.rule.if_any, tuple) else ()
    return [name for name in wanted if name not in exempt]


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
        allowed = _allowed(corpus, listed)
        if actual is not None and str(actual) not in allowed:
            yield _finding(
                corpus,
                ruled,
                subject,
                name,
                "fields.not_allowed",
                actual=_shown(corpus, name, actual),
                allowed=list(allowed),
            )


def _allowed(corpus: Corpus, listed: tuple[str, ...]) -> dict[str, None]:
    """Return the words that a clause allows: its own list, or a vocabulary's ids and printed names."""
    if len(listed) == 1 and listed[0] in corpus.policy.vocabularies:
        terms = corpus.policy.vocabularies[listed[0]].terms
        return dict.fromkeys([*(term.name.vi for term in terms), *(term.id for term in terms)])
    return dict.fromkeys(listed)


def _shown(corpus: Corpus, name: str, value: Free | Any) -> object:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_shown(corpus, name, one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return ", ".join(str(_shown(corpus, name, one)) for one in value)
    field = corpus.policy.types.fields.get(name)
    vocabulary = corpus.policy.vocabularies.get(field.vocabulary) if field else None
    term = vocabulary.get(str(value)) if vocabulary else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{term.name.vi} ({term.id})" if term else value


def _label(corpus: Corpus, name: str) -> Texts:
    field = corpus.policy.types.fields.get(name)
    return field.name if field else Texts(name, name)


def _finding(corpus: Corpus, ruled: Ruled, subject: Subject, name: str, key: str, /, **params: object) -> Finding:
    written = corpus.policy.types.key_of(name) if subject.of == "item" else subject.key(name)
    words = params | {"label": _label(corpus, name), "key": written, "subject": subject.name}
    return ruled.finding(subject.place(written), say(key, **words), say(f"{key}.fix", **words))
