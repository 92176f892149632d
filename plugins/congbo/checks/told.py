"""What was published is not changed in silence (CB-21).

What it checks: that corrections and change notes are only added, never altered or deleted; that an edit which changes what a
published item says comes with a new correction or change note; that a published item is withdrawn and not deleted; and that a
withdrawal names a successor that is there. Edits are seen where a change is compared with its base (`--base`).
Why: whoever read the item must be able to learn what has become of it, and when.
How to fix: add the line that the finding shows; do not touch earlier lines; put the file back and write `rut_bai`.
"""

from __future__ import annotations

from collections.abc import Iterator

from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.facts.substance import altered
from congbo.facts.versions import spoken
from congbo.finding import Finding
from congbo.item import Item
from congbo.item.model import CHANGES, CORRECTIONS, WITHDRAWN
from congbo.place import Place

RULE = "CB-21"
CHECK = "told"
MERGED = "gop"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for what an item says of its own past and cannot be so."""
    for item in corpus.items:
        found = item.withdrawal
        if found and found.kind == MERGED and not found.successor:
            yield house_finding(RULE, CHECK, item.place(WITHDRAWN), "told.merged", title=item.title)
        for field in (CORRECTIONS, CHANGES):
            for note in item.notes(field):
                if note.day > corpus.today:
                    yield house_finding(RULE, CHECK, item.place(field), "told.future", day=note.day, today=corpus.today)


def check_others(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for a successor that is not there, and for what a change does to the published in silence."""
    for item in corpus.items:
        yield from _successor(corpus, item)
    yield from check_edits(corpus)


def check_edits(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for what a change does in silence to the items that its base holds."""
    if corpus.before is not None:
        for item in corpus.before.items:
            if _was_public(corpus.before, item):
                yield from _compared(corpus, corpus.before, item)


def _successor(corpus: Corpus, item: Item) -> Iterator[Finding]:
    found = item.withdrawal
    if not found or not found.successor or corpus.elsewhere:
        return
    other = corpus.by_id.get(found.successor)
    if other is None or other.portal != item.portal or other.withdrawal or other.id == item.id:
        yield house_finding(RULE, CHECK, item.place(WITHDRAWN), "told.successor", id=found.successor)


def _was_public(before: Corpus, item: Item) -> bool:
    since = before.published(item)
    return since is not None and since <= before.moment


def _compared(corpus: Corpus, before: Corpus, was: Item) -> Iterator[Finding]:
    now = corpus.by_id.get(was.id)
    if now is None:
        if was.path not in {reading.path for reading in corpus.readings}:
            params = {"title": was.title, "id": was.id, "today": corpus.today}
            yield house_finding(RULE, CHECK, Place(was.path), "told.deleted", **params)
        return
    for field in (CORRECTIONS, CHANGES):
        earlier = was.notes(field)
        if now.notes(field)[: len(earlier)] != earlier:
            yield house_finding(RULE, CHECK, now.place(field), "told.rewritten", key=field, count=len(earlier))
    withdrawn = now.withdrawal and now.withdrawal != was.withdrawal
    if (
        not withdrawn
        and not _noted(was, now)
        and (altered(corpus.policy, was, now) or _files(corpus, before, was, now))
    ):
        yield house_finding(RULE, CHECK, now.place("title"), "told.unsaid", title=now.title, today=corpus.today)


def _noted(was: Item, now: Item) -> bool:
    return len(spoken(now)) > len(spoken(was))


def _files(corpus: Corpus, before: Corpus, was: Item, now: Item) -> bool:
    """Tell whether a file of the item has other bytes than before under the same name, or is gone."""
    kept = {path.rpartition("/")[2]: path for path in corpus.attachments(now)}
    touched = {path for path in before.attachments(was) if path in corpus.history.changed or was.path != now.path}
    return any(not _same_bytes(corpus, before, path, kept.get(path.rpartition("/")[2])) for path in touched)


def _same_bytes(corpus: Corpus, before: Corpus, was: str, now: str | None) -> bool:
    """Tell whether two paths hold the same file; what is no plain file is told of by other checks."""
    if now is None or not before.tree.has(was) or not corpus.tree.has(now):
        return now is not None
    return corpus.tree.read(now) == before.tree.read(was)
