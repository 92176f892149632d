"""The slip that is put before somebody who signs by hand: what it says, as values; ``slip_pdf`` draws it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from congbo.facts.board import name_of, word_of
from congbo.facts.gate.model import Change, Missing
from congbo.facts.gate.walk import newest
from congbo.history.model import Touched
from congbo.history.objects import blobs
from congbo.item import Item
from congbo.locale import in_words
from congbo.message import Texts
from congbo.policy import Policy
from congbo.review.code import code_of
from congbo.review.offers import asks
from congbo.review.prose import paragraphs
from congbo.review.view import citation, row_of
from congbo.text.visible import visible

CONTENT = "content/"
NEW, CHANGED, GONE, FILE = "item_new", "item_changed", "item_gone", "file"
YES, NO = Texts("có", "yes"), Texts("không", "no")
MOST_CHANGES = 40  # lines of differences that are printed


@dataclass(frozen=True)
class Matter:
    """One item or file. ``facts``: label and value; ``attached``: name and size in bytes; ``changes``: lines of − and +."""

    kind: str
    path: str
    title: str
    section: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    text: tuple[str, ...] = ()
    attached: tuple[tuple[str, int], ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slip:
    """One step of one change, for one signature. ``by`` and ``at``: who handed in the version, and when."""

    id: str
    head: str
    code: str
    board: str
    step: Texts
    roles: tuple[Texts, ...]
    citation: str
    by: str
    at: datetime
    matters: tuple[Matter, ...]
    asks: tuple[Texts, ...]


def slip(root: Path, policy: Policy, change: Change, one: Missing, on: date, lang: str) -> Slip:
    """Return the slip of an awaited step. Raises CongboError for what git cannot read."""
    portal = policy.portals[one.board]
    regulation = portal.regulation_on(on) or ""
    row = row_of(policy, one.board, one.procedure, one.step, on)
    last = newest(change.submissions)
    person = policy.people.person(last.person)
    return Slip(
        id=change.id,
        head=change.head,
        code=code_of(change.digest),
        board=portal.name.in_(lang),
        step=word_of(policy, one.step),
        roles=tuple(name_of(policy, regulation, role) for role in one.roles),
        citation=citation(policy, one.law),
        by=person.name if person else last.person,
        at=last.time,
        matters=tuple(_matters(root, policy, change, lang)),
        asks=tuple(word_of(policy, word) for word in asks(row, "approve")) if row else (),
    )


def _matters(root: Path, policy: Policy, change: Change, lang: str) -> Iterator[Matter]:
    """Everything that the change touches: attachments with their item, an item that only they touch included."""
    touched = {one.path: one for one in change.touched}
    pages = sorted({*change.before, *change.after})
    mine = {page: [path for path in touched if path.startswith(f"{page.removesuffix('.md')}/")] for page in pages}
    for page in pages:
        yield _item(root, policy, change, page, [touched[path] for path in mine[page]], lang)
    known = {*pages, *(path for paths in mine.values() for path in paths)}
    yield from (_file(root, one) for path, one in touched.items() if path not in known)


def _item(root: Path, policy: Policy, change: Change, page: str, files: list[Touched], lang: str) -> Matter:
    before, after = change.before.get(page), change.after.get(page)
    item = after or before
    assert item is not None  # noqa: S101  # one side has it: that is where the page comes from
    section = policy.sections[item.section].name.in_(lang) if item.section in policy.sections else item.section
    changes = _differences(_told(policy, before, lang), _told(policy, after, lang)) if before and after else ()
    return Matter(
        kind=GONE if after is None else CHANGED if before else NEW,
        path=page,
        title=visible(item.title),
        section=section,
        facts=tuple(_facts(policy, item, lang)),
        text=() if after is None else (visible(item.summary), *paragraphs(item.body)),
        attached=tuple(_attached(root, files)),
        changes=changes,
    )


def _facts(policy: Policy, item: Item, lang: str) -> Iterator[tuple[str, str]]:
    for name, value in item.fields.items():
        yield policy.types.label(name).in_(lang), visible(_value(policy, name, value, lang))


def _value(policy: Policy, name: str, value: object, lang: str) -> str:
    if isinstance(value, bool):
        return (YES if value else NO).in_(lang)
    if isinstance(value, (list, tuple)):
        return ", ".join(_value(policy, name, one, lang) for one in value)
    if isinstance(value, str) and value in policy.units:
        return policy.units[value].name
    field = policy.types.fields.get(name)
    words = policy.vocabularies.get(field.vocabulary) if field and field.vocabulary else None
    term = words.get(value) if words and isinstance(value, str) else None
    return term.name.in_(lang) if term else in_words(value, lang)


def _told(policy: Policy, item: Item, lang: str) -> list[str]:
    facts = [f"{label}: {value}" for label, value in _facts(policy, item, lang)]
    return [item.title, item.summary, *facts, *paragraphs(item.body)]


def _differences(before: list[str], after: list[str]) -> tuple[str, ...]:
    told = (
        line
        for line in difflib.unified_diff(before, after, lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    )
    lines = [("− " if line.startswith("-") else "+ ") + visible(line[1:]) for line in told]
    return tuple(lines[:MOST_CHANGES]) + (("…",) if len(lines) > MOST_CHANGES else ())


def _attached(root: Path, files: list[Touched]) -> Iterator[tuple[str, int]]:
    sizes = _contents(root, [one.new_blob for one in files])
    for one in files:
        yield visible(one.path.rpartition("/")[2]), len(sizes.get(one.new_blob, b""))


def _file(root: Path, one: Touched) -> Matter:
    found = _contents(root, [one.old_blob, one.new_blob])
    before, after = (
        found.get(blob, b"").decode("utf-8", "replace").splitlines() for blob in (one.old_blob, one.new_blob)
    )
    return Matter(FILE, one.path, visible(one.path), changes=_differences(before, after))


def _contents(root: Path, ids: list[str]) -> Mapping[str, bytes]:
    there = [blob for blob in dict.fromkeys(ids) if blob.strip("0")]
    return dict(zip(there, blobs(root, there), strict=True))
