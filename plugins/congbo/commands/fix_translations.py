"""``congbo fix --reviewed``: note in translations that somebody has compared them with their originals today."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from congbo.commands.fix_files import replace_file
from congbo.errors import refuse
from congbo.facts.corpus import Corpus, load_corpus
from congbo.facts.drifted import changed, sums
from congbo.item import Item, read_item
from congbo.item.model import FROM
from congbo.locale import sentence
from congbo.message import say
from congbo.place import Place
from congbo.policy import load_policy
from congbo.text.regex import regex
from congbo.text.visible import visible
from congbo.tree import FolderTree

_OWN = regex(rf"(?m)^{FROM}:.*\n(?:(?: |- ).*\n)*")
_AFTER = regex(r"(?m)^translation:.*\n")


@dataclass(frozen=True)
class Noted:
    """A translation's file, before and after; its original."""

    path: str
    before: str
    after: str
    original: str

    @property
    def changed(self) -> bool:
        """Tell whether there is something to write."""
        return self.before != self.after


def noted(top: Path, paths: Sequence[str], today: date) -> list[Noted]:
    """Return what becomes of some files. Raises CongboError for what is no translation, or has no original to be read."""
    tree = FolderTree(top)
    portals = {path.split("/")[1] for path in paths if path.count("/") > 1}
    corpus = load_corpus(tree, load_policy(tree), today, only=portals)
    return [_noted(corpus, path, today) for path in paths if path.endswith(".md")]


def write(top: Path, some: Sequence[Noted]) -> None:
    """Write the files that change, each in one step. Raises CongboError where one cannot be written."""
    for one in some:
        if one.changed:
            replace_file(top, one.path, one.before.encode(), one.after.encode())


def _noted(corpus: Corpus, path: str, today: date) -> Noted:
    item = corpus.by_path.get(path)
    original = corpus.by_id.get(item.translation) if item and item.translation else None
    if item is None or original is None:
        raise refuse("fix.no_original", Place(path))
    before = corpus.tree.read(path).decode()
    if not changed(corpus.policy.types, item, original) and FROM in item.fields:
        return Noted(path, before, before, original.path)
    after = _with(before, _lines(corpus, original, today))
    read = read_item(after.encode(), path, corpus.policy).item
    if read is None or FROM not in read.fields or changed(corpus.policy.types, read, original):
        raise refuse("fix.not_noted", Place(path), key=FROM)
    return Noted(path, before, after, original.path)


def _lines(corpus: Corpus, original: Item, today: date) -> str:
    parts = "".join(f"    - {part} {sum_}\n" for part, sum_ in sums(corpus.policy.types, original).items())
    return f"{FROM}:\n  ngay: {today}\n  ma:\n{parts}"


def _with(text: str, lines: str) -> str:
    """The note takes the place of an earlier one, or stands after the line that names the original."""
    head, mark, rest = text.partition("\n---\n")
    head += "\n"
    if _OWN.search(head):
        return _OWN.sub(lambda _: lines, head, count=1).removesuffix("\n") + mark + rest
    return _AFTER.sub(lambda found: found[0] + lines, head, count=1).removesuffix("\n") + mark + rest


def text(some: Sequence[Noted], lang: str, *, written: bool) -> str:
    """Return the changes of each file as a unified diff, the original to compare with, and a line that counts."""
    shown = [line for one in some if one.changed for line in _diff(one, lang)]
    count = sum(one.changed for one in some)
    key = "fix.noted" if written else "fix.to_note"
    said = say(key, count=count) if count else say("fix.noted_before", count=len(some))
    return "".join(f"{line}\n" for line in (*shown, sentence(said, lang)))


def document(some: Sequence[Noted], lang: str, *, written: bool) -> str:
    """Return ``{"files": [...], "summary": {...}}``; of the files only those that change."""
    files = [
        {"path": one.path, "original": one.original, "diff": "\n".join(_diff(one, lang)), "written": written}
        for one in some
        if one.changed
    ]
    summary = {"files": len(some), "changed": len(files), "written": len(files) if written else 0}
    return json.dumps({"files": files, "summary": summary}, ensure_ascii=False, indent=2) + "\n"


def _diff(one: Noted, lang: str) -> Iterator[str]:
    before, after = (f"{visible(one.path)} ({sentence(say(key), lang)})" for key in ("fix.before", "fix.after"))
    lines = difflib.unified_diff(one.before.split("\n"), one.after.split("\n"), before, after, n=1, lineterm="")
    yield from map(visible, lines)
    yield f"  {sentence(say('fix.compare', path=one.original), lang)}"


FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "json": document}
