"""The facts of translations that fell behind: what their readers are told, in the language that they read."""

from __future__ import annotations

from congbo.dates import day_of
from congbo.facts import addresses
from congbo.facts.drifted import changed, made_from, since
from congbo.item import Item
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.views import Drift, Link


def drift(index: Index, item: Item) -> Drift | None:
    """Return what a translation says where its original says something else by now, or is not shown any more."""
    if not item.translation:
        return None
    original = index.by_id(item.translation)
    if original is None:
        return Drift(index.words(item.lang, "translated.gone"))
    words = _words(index, item, original)
    link = Link(original.title, addresses.item(original), lang=original.lang)
    return Drift(words, link) if words else None


def _words(index: Index, item: Item, original: Item) -> str:
    made = made_from(item)
    if made is None or not changed(index.corpus.policy.types, item, original):
        return ""
    last = index.corpus.history.last_changed(original.path)
    day = since(made.day, day_of(last) if last else None)
    tongue = index.words(item.lang, f"translated.from.{original.lang}")
    words = {"original": tongue, "made": day_in(made.day, item.lang).text}
    if day is None:
        return index.words(item.lang, "translated.changed", **words)
    return index.words(item.lang, "translated.changed_on", day=day_in(day, item.lang).text, **words)
