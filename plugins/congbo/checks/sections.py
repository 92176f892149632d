"""Mandated sections.

What it checks: that every section which a clause demands of a portal's tier holds at least one item, in each language that
the clause speaks of, and one for each value that it lists (for example each topic of propagation).
Why: an empty section is a duty not done, however nice its heading looks.
How to fix: write an item of that section; where the clause says "if any", the board may declare in the portal's file that
there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.named import value_of
from congbo.facts.showing import over
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.message import say
from congbo.place import Place


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each required section, language and value without an item."""
    for section in ruled.rule.params["required"]:
        if ruled.rule.if_any and ruled.portal.lacks(section, corpus.today):
            continue
        for lang in ruled.selector.languages or ("",):
            items = [i for i in _public(corpus, ruled, section) if not lang or i.lang == lang]
            yield from _empty(corpus, ruled, section, lang, items)


def sees(corpus: Corpus, ruled: Ruled, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the item's section, if it is a required one, with its language and the values that the rule lists."""
    if item.section in ruled.rule.params["required"] and not over(corpus, item):
        values = [value_of(corpus, item, field) for field in ruled.rule.params.get("each", {})]
        yield item.section, repr((item.lang, values))


def group_of(_: Ruled, finding: Finding) -> str:
    """Return the section that a finding is about."""
    return finding.place.path.split("/")[2]


def enough(ruled: Ruled) -> int:
    """Return how many items of one kind count."""
    return int(ruled.rule.params.get("at_least", 1))


def _public(corpus: Corpus, ruled: Ruled, section: str) -> Iterator[Item]:
    for item in corpus.items_of(ruled.portal.id):
        if item.section == section and not over(corpus, item):
            yield item


def _empty(corpus: Corpus, ruled: Ruled, section: str, lang: str, items: list[Item]) -> Iterator[Finding]:
    if len(items) < int(ruled.rule.params.get("at_least", 1)):
        yield _finding(corpus, ruled, section, lang, "sections.empty")
        return
    for field, listed in ruled.rule.params.get("each", {}).items():
        for value in _values(corpus, ruled, listed):
            if not any(_has(corpus, item, field, value) for item in items):
                yield _finding(
                    corpus,
                    ruled,
                    section,
                    lang,
                    "sections.no_value",
                    field=field,
                    value=_named(corpus, field, value),
                )


def _values(corpus: Corpus, ruled: Ruled, listed: tuple[str, ...]) -> tuple[str, ...]:
    if listed == ("components",):
        return tuple(child.owner for child in corpus.policy.children(ruled.portal.id))
    if len(listed) == 1 and listed[0] in corpus.policy.vocabularies:
        return tuple(term.id for term in corpus.policy.vocabularies[listed[0]].terms)
    return listed


def _has(corpus: Corpus, item: Item, field: str, value: str) -> bool:
    actual = value_of(corpus, item, field)
    return value in actual if isinstance(actual, tuple) else actual == value


def _named(corpus: Corpus, field: str, value: str) -> object:
    known = corpus.policy.types.fields.get(field)
    vocabulary = corpus.policy.vocabularies.get(known.vocabulary) if known else None
    term = vocabulary.get(value) if vocabulary else None
    unit = corpus.policy.units.get(value)
    return term.name if term else unit.name if unit else value


def _finding(corpus: Corpus, ruled: Ruled, section: str, lang: str, key: str, /, **params: object) -> Finding:
    name = corpus.policy.sections[section].name
    words = params | {"section": name, "id": section, "portal": ruled.portal.id, "lang": lang or "vi"}
    place = Place(f"content/{ruled.portal.id}/{section}")
    severity = Severity.INFO if ruled.rule.if_any else None
    return ruled.finding(place, say(key, **words), say(f"{key}.fix", **words), severity)
