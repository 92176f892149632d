"""What ``congbo fix`` shows: for a person the changed lines and counts of each file, for a program one JSON document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from congbo.commands.fix_files import Looked
from congbo.locale import sentence
from congbo.message import Message, say
from congbo.text.mend import Mended
from congbo.text.visible import visible


def text(looked: Sequence[Looked], lang: str, *, written: bool) -> str:
    """Return the changes of each file as a unified diff, what was done to it, and a line that counts."""
    parts = ["\n".join(_file(one, lang)) + "\n" for one in looked if one.changed or one.left]
    summary = "".join(f"{sentence(line, lang)}\n" for line in _summary(looked, written=written))
    return "\n".join([*parts, summary])


def document(looked: Sequence[Looked], lang: str, *, written: bool) -> str:
    """Return ``{"files": [...], "summary": {...}}``; of the files only those with something to say."""
    files = [_entry(one, lang, written=written) for one in looked if one.changed or one.left]
    summary = {
        "files": len(looked),
        "changed": sum(one.changed for one in looked),
        "written": sum(one.changed for one in looked) if written else 0,
        "left": sum(one.left for one in looked),
    }
    return json.dumps({"files": files, "summary": summary}, ensure_ascii=False, indent=2) + "\n"


def _entry(one: Looked, lang: str, *, written: bool) -> dict[str, object]:
    mended = one.mended
    return {
        "path": one.path,
        "done": dict(mended.done) if mended else {},
        "review": list(mended.review) if mended else [],
        "lost": list(mended.lost) if mended else [],
        "diff": "\n".join(_diff(one.path, mended, lang)) if mended else "",
        "written": written and one.changed,
        "problem": sentence(one.problem, lang) if one.problem else None,
    }


def _file(one: Looked, lang: str) -> Iterator[str]:
    if one.mended is None:
        yield visible(one.path)
    else:
        yield from _diff(one.path, one.mended, lang)
    yield from (f"  {sentence(line, lang)}" for line in _said(one))


def _said(one: Looked) -> Iterator[Message]:
    if one.problem:
        yield one.problem
    if one.mended:
        yield from (say(f"fix.did.{kind}", count=count) for kind, count in one.mended.done.items())
        if one.mended.review:
            yield say("fix.review", lines=_runs(one.mended.review))
        if one.mended.lost:
            yield say("fix.lost", lines=_runs(one.mended.lost))


def _summary(looked: Sequence[Looked], *, written: bool) -> Iterator[Message]:
    changed, left = sum(one.changed for one in looked), sum(one.left for one in looked)
    if changed:
        yield say("fix.written" if written else "fix.proposed", files=len(looked), changed=changed)
    elif not left:
        yield say("fix.nothing", files=len(looked))
    if left:
        yield say("fix.left", count=left)


def _diff(path: str, mended: Mended, lang: str) -> Iterator[str]:
    """Yield a unified diff; both texts have the same lines, so that a hunk is a run of lines that differ."""
    before, after = mended.before.split("\n"), mended.after.split("\n")
    yield f"--- {visible(path)} ({sentence(say('fix.before'), lang)})"
    yield f"+++ {visible(path)} ({sentence(say('fix.after'), lang)})"
    for first, last in _hunks(before, after):
        size = last - first
        yield f"@@ -{first + 1},{size} +{first + 1},{size} @@"
        yield from (f"-{visible(line)}" for line in before[first:last])
        yield from (f"+{visible(line)}" for line in after[first:last])


def _hunks(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = None
    for here, (one, other) in enumerate(zip(before, after, strict=True)):
        if one != other and first is None:
            first = here
        elif one == other and first is not None:
            yield first, here
            first = None
    if first is not None:
        yield first, len(before)


def _runs(lines: Sequence[int]) -> str:
    """Return line numbers in short: 3, 7-9."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "json": document}
