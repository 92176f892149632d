"""What a change does to each file, before and after, as a reader would see it and not as it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from msgspec import Struct, structs

from congbo.attached import inspect
from congbo.commands.desk.paragraphs import paragraphs
from congbo.commands.review.asking import Opened
from congbo.history.model import ZERO, Touched
from congbo.history.objects import blobs
from congbo.item import Item, Period
from congbo.locale import in_words, sentence
from congbo.message import say
from congbo.policy import Policy
from congbo.site.item_facts import size_in_words
from congbo.text.compared import Row, compared, words

LARGEST = 200_000  # bytes of a governance file that are shown; more is told by its name


@dataclass(frozen=True)
class Part:
    """A labelled part of a file, paragraph by paragraph. ``field``: a short one, such as a date."""

    label: str
    rows: tuple[Row, ...]
    field: bool = False

    @property
    def same(self) -> bool:
        """Tell whether nothing differs."""
        return all(row.same for row in self.rows)


@dataclass(frozen=True)
class Side:
    """One file of a change: ``done`` is added, altered or deleted; ``id`` that of the item that it is ("": no item)."""

    path: str
    title: str
    done: str
    id: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Attachment:
    """An attached file: what it really is by its bytes, its size before and after ("": it is not there)."""

    path: str
    name: str
    done: str
    kind: str
    before: str
    after: str
    blob: str


def sides(found: Opened, lang: str) -> tuple[Side, ...]:
    """Return items and governance files that a change touches, in the order of their paths."""
    return tuple(_side(found, one, lang) for one in found.change.touched if not _is_attached(one.path))


def attachments(found: Opened, lang: str) -> tuple[Attachment, ...]:
    """Return the other files under content/ that a change touches."""
    return tuple(_attachment(found, one, lang) for one in found.change.touched if _is_attached(one.path))


def _is_attached(path: str) -> bool:
    return path.startswith("content/") and not path.endswith(".md")


def done(one: Touched) -> str:
    """Return what becomes of a path: added, altered, deleted."""
    return "added" if one.old_mode == ZERO else "deleted" if one.new_mode == ZERO else "altered"


def _side(found: Opened, one: Touched, lang: str) -> Side:
    before, after = found.change.before.get(one.path), found.change.after.get(one.path)
    item = after or before
    if item is None:
        return Side(one.path, one.path, done(one), "", _of_text(found, one, lang))
    return Side(one.path, item.title, done(one), item.id, tuple(_of_item(found.policy, before, after, lang)))


def _of_text(found: Opened, one: Touched, lang: str) -> tuple[Part, ...]:
    was, now = (_lines(found, blob, lang) for blob in (one.old_blob, one.new_blob))
    return (Part(sentence(say("desk.part.file"), lang), compared(was, now)),)


def _lines(found: Opened, blob: str, lang: str) -> list[str]:
    if not blob:
        return []
    data = next(blobs(found.root, [blob]))
    try:
        if len(data) > LARGEST:
            raise ValueError
        return data.decode("utf-8").splitlines()
    except ValueError:
        return [sentence(say("desk.part.not_shown", size=size_in_words(len(data), lang)), lang)]


def _of_item(policy: Policy, before: Item | None, after: Item | None, lang: str) -> Iterator[Part]:
    both = (before, after)
    label = {key: sentence(say(f"desk.part.{key}"), lang) for key in ("title", "summary", "body")}
    yield Part(label["title"], _pair(*(one.title if one else None for one in both)))
    yield Part(label["summary"], _pair(*(one.summary if one else None for one in both)))
    yield Part(label["body"], compared(*(paragraphs(one.body) if one else () for one in both)))
    for name in _names(before, after):
        field = policy.types.fields.get(name)
        was, now = (_value(policy, one, name, lang) for one in both)
        if was or now:
            yield Part(field.name.in_(lang) if field else name, _pair(was, now), field=True)


def _pair(before: str | None, after: str | None) -> tuple[Row, ...]:
    return (words(before, after),)


def _names(before: Item | None, after: Item | None) -> Sequence[str]:
    return tuple(dict.fromkeys(name for one in (after, before) if one for name in one.fields))


def _value(policy: Policy, item: Item | None, name: str, lang: str) -> str:
    value = item.fields.get(name) if item else None
    return "" if value is None else _word(policy, name, value, lang)


def _word(policy: Policy, name: str, value: object, lang: str) -> str:
    """A value as text; of one with parts (a note of a correction, a withdrawal) every part that is not empty."""
    if isinstance(value, bool):
        return sentence(say("desk.yes" if value else "desk.no"), lang)
    if isinstance(value, date):
        return in_words(value, lang)
    if isinstance(value, tuple):
        return "; ".join(_word(policy, name, one, lang) for one in value)
    if isinstance(value, Period):
        return value.text
    if isinstance(value, Struct):
        parts = structs.astuple(value)
        return ", ".join(_word(policy, name, part, lang) for part in parts if part not in ("", None))
    return _named(policy, name, str(value), lang)


def _named(policy: Policy, name: str, value: str, lang: str) -> str:
    field = policy.types.fields.get(name)
    if field and field.type == "choice" and (term := policy.vocabularies[field.vocabulary].get(value)):
        return term.name.in_(lang)
    if field and field.type in ("unit", "units") and (unit := policy.units.get(value)):
        return unit.name_in(lang)
    return value


def _attachment(found: Opened, one: Touched, lang: str) -> Attachment:
    before, after = (next(blobs(found.root, [blob]), b"") if blob else None for blob in (one.old_blob, one.new_blob))
    kind = inspect(before or b"" if after is None else after, one.path).kind
    was, now = (size_in_words(len(data), lang) if data is not None else "" for data in (before, after))
    name = PurePosixPath(one.path).name
    return Attachment(one.path, name, done(one), kind.upper(), was, now, one.new_blob or one.old_blob)
