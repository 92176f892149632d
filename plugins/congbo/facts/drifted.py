"""Translations and the text that they were made from: what of it is another one now.

A translation keeps a short sum of each part of its original (``ban_goc``), so that it can be said which part has changed
since, and not only that something has. Parts are the title, the summary, the body, and the fields that only this type has:
what it shares with all items (who wrote it, when it was received) belongs to publishing and not to the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from congbo.item import Item, Translated
from congbo.item.model import FROM, Value
from congbo.policy.content import TypeTable
from congbo.text.sums import sum_of

TITLE, SUMMARY, BODY = "title", "summary", "body"
# Types of fields that are no text of the item's own: other items, files, and what it says of its publication.
_NO_TEXT: Final = (
    "items", "translation", "file", "files", "image", "table", "notes", "withdrawal", "review_by", "translated",
)  # fmt: skip


def sums(types: TypeTable, item: Item) -> Mapping[str, str]:
    """Return part -> sum of what an item says; parts are front-matter keys, and ``body``."""
    return {TITLE: sum_of(item.title), SUMMARY: sum_of(item.summary), BODY: item.body_sum} | dict(_fields(types, item))


def _fields(types: TypeTable, item: Item) -> Iterator[tuple[str, str]]:
    for name in types.types[item.type].fields:
        value = item.fields.get(name)
        if value is not None and types.fields[name].type not in _NO_TEXT:
            yield types.key_of(name), sum_of(_text(value))


def _text(value: Value) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def made_from(item: Item) -> Translated | None:
    """Return which text a translation says that it was made from."""
    found = item.fields.get(FROM)
    return found if isinstance(found, Translated) else None


def changed(types: TypeTable, translation: Item, original: Item) -> tuple[str, ...]:
    """Return the parts of the original that are others than those that the translation was made from, in their order; none
    where the translation does not say what it was made from.
    """
    made = made_from(translation)
    if made is None:
        return ()
    then, now = dict(made.sums), sums(types, original)
    return tuple(part for part in dict.fromkeys((*now, *then)) if then.get(part) != now.get(part))


def since(made: date, last: date | None) -> date | None:
    """Return the day of a change where the history knows one after the day of the text that a translation was made from."""
    return last if last is not None and last > made else None
