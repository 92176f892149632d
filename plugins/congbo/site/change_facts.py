"""The facts of the page that lists what a change alters; only a preview has it."""

from __future__ import annotations

from collections.abc import Iterator

from congbo.facts import addresses
from congbo.facts.corpus import CONTENT
from congbo.facts.showing import SCHEDULED, stage
from congbo.item import Item
from congbo.site.days import day_in
from congbo.site.index import Index
from congbo.site.page_facts import common
from congbo.site.values import words as value_words
from congbo.site.views import Altered, AlteredPart, ChangesFacts, Link
from congbo.text.compared import compared, words


def change_facts(index: Index, lang: str) -> ChangesFacts:
    """Return everything that the change alters in this edition, in the order of the paths."""
    title = index.words(lang, "preview.changes")
    return ChangesFacts(
        **common(
            index, lang, addresses.changes(lang), title, title,
            alternates=[(other, addresses.changes(other)) for other in index.languages],
        ),
        altered=tuple(_altered(index, lang)),
    )  # fmt: skip


def _altered(index: Index, lang: str) -> Iterator[Altered]:
    for path in sorted(index.corpus.previewed or ()):
        if not path.startswith(f"{CONTENT}/"):
            yield _file(index, path, path, lang)
        elif path.split("/")[1] == index.portal.id:
            yield from _content(index, path, lang)


def _content(index: Index, path: str, lang: str) -> Iterator[Altered]:
    was, now = _sides(index, path)
    if was or now:
        yield _item(index, was, now, lang)
        return
    owner = next(iter([one for one in _sides(index, f"{path.rpartition('/')[0]}.md") if one]), None)
    if owner:  # a file is as secret as the item that it is attached to
        yield _file(index, path, f"{owner.title}: {path.rpartition('/')[2]}", lang)


def _sides(index: Index, path: str) -> tuple[Item | None, Item | None]:
    """The item before and after, as far as this edition may know of it."""
    before = index.corpus.before.by_path.get(path) if index.corpus.before else None
    after = index.corpus.by_path.get(path)
    was, now = (one if one and one.in_edition(index.edition) else None for one in (before, after))
    return was, now


def _item(index: Index, was: Item | None, now: Item | None, lang: str) -> Altered:
    one = now or was
    assert one is not None, "an item that was altered is on one side"  # noqa: S101
    done = "altered" if was and now else "added" if now else "deleted"
    page = Link(one.title, addresses.item(one)) if now and index.shows(now) else None
    parts = tuple(part for part in _parts(index, was, now, lang) if part.rows)
    return Altered(
        one.title, one.path, done, index.words(lang, f"preview.{done}"), _state(index, now, lang), page, parts
    )


def _state(index: Index, now: Item | None, lang: str) -> str:
    if now is None or stage(index.corpus, now) != SCHEDULED or now.publish_at is None:
        return ""
    return index.words(lang, "preview.scheduled", moment=day_in(now.publish_at, lang).text)


def _file(index: Index, path: str, title: str, lang: str) -> Altered:
    trees = (index.corpus.before.tree if index.corpus.before else None, index.corpus.tree)
    had, has = (tree is not None and tree.has(path) for tree in trees)
    policy = not path.startswith(f"{CONTENT}/")  # what governs counts from the merge on
    done = "altered" if policy or (had and has) else "added" if has else "deleted"
    return Altered(title, path, done, index.words(lang, f"preview.{done}"), "", None)


def _parts(index: Index, was: Item | None, now: Item | None, lang: str) -> Iterator[AlteredPart]:
    for name in ("title", "summary"):
        yield _short(index.words(lang, f"preview.{name}"), *(getattr(one, name) if one else None for one in (was, now)))
    for name in dict.fromkeys(name for one in (now, was) if one for name in one.fields):
        field = index.corpus.policy.types.fields[name]
        yield _short(field.name.in_(lang), *(_value(index, one, name) for one in (was, now)))
    rows = compared(*(one.body.split("\n\n") if one and one.body.strip() else () for one in (was, now)))
    yield AlteredPart(index.words(lang, "preview.body"), tuple(row for row in rows if not row.same))


def _short(label: str, was: str | None, now: str | None) -> AlteredPart:
    return AlteredPart(label, (words(was, now),) if (was or "") != (now or "") else ())


def _value(index: Index, item: Item | None, name: str) -> str | None:
    return value_words(index, item, name) if item and name in item.fields else None
