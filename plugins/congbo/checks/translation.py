"""Translations that fell behind their originals (CB-25).

What it checks: that a translation says which text it was made from (`ban_goc`), and that the original still says the same;
the finding names the parts of the original that have changed.
Why: the text changes in one language, and whoever reads another one is told what no longer holds.
How to fix: compare the translation with the original, mend it, and run `congbo fix --reviewed --write` on its file.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.drifted import BODY, SUMMARY, TITLE, changed, made_from
from congbo.facts.showing import over
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.item.model import FROM
from congbo.message import Message, Texts, say

RULE = "CB-25"
CHECK = "translation"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield an error for an item that says what it was made from and is no translation."""
    for item in corpus.items:
        if made_from(item) and not item.translation:
            yield house_finding(RULE, CHECK, item.place(FROM), "drift.none")


def check_others(corpus: Corpus) -> Iterator[Finding]:
    """Yield a warning for a translation that does not say what it was made from, or whose original has changed since."""
    for item in corpus.items:
        original = corpus.by_id.get(item.translation) if item.translation else None
        if original and not over(corpus, item):
            yield from _compared(corpus, item, original)


def _compared(corpus: Corpus, item: Item, original: Item) -> Iterator[Finding]:
    made, words = made_from(item), {"original": original.path, "path": item.path}
    if made is None:
        yield house_finding(RULE, CHECK, item.place("translation"), "drift.unsaid", Severity.WARNING, **words)
    elif parts := changed(corpus.policy.types, item, original):
        labels, at = [_label(corpus, original, part) for part in parts], item.place(FROM)
        yield house_finding(RULE, CHECK, at, "drift.changed", Severity.WARNING, day=made.day, parts=labels, **words)


def _label(corpus: Corpus, original: Item, part: str) -> Message | Texts:
    if part in (TITLE, SUMMARY, BODY):
        return say(f"part.{part}")
    types = corpus.policy.types
    return types.label(types.fields_of(original.type).get(part, part))
