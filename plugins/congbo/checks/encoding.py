"""Character encodings.

What it checks: that what an item says, in its front matter, its body and its attached files, is in Unicode, and not in an
encoding from before it (TCVN3, VNI, VISCII, Windows-1258) or in UTF-8 that was read as something else.
Why: the regulations ask for Unicode (TCVN 6909:2001); such text can be read in its own font only, and nobody finds it.
How to fix: let `congbo fix` convert the file, and read what it has converted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from congbo.attached import spoken
from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.facts.encoded import Encoded, encoded
from congbo.finding import Finding
from congbo.message import Message, say


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each passage in an old encoding; ``imports`` limits a rule to attached files of those kinds."""
    for path in _files(corpus, ruled):
        for one in encoded(corpus, path):
            yield ruled.finding(one.place, *told(one))


def _files(corpus: Corpus, ruled: Ruled) -> Iterator[str]:
    imports = ruled.rule.params.get("imports", ())
    for item in ruled.items(corpus):
        yield from () if imports else (item.path,)
        yield from (path for path in corpus.attachments(item) if not imports or _kind(path) in imports)
    if not imports:  # whatever cannot be read as an item is about to become one today
        yield from (
            one.path for one in corpus.readings if one.item is None and one.path.split("/")[1] == ruled.portal.id
        )


def _kind(path: str) -> str:
    return PurePosixPath(path).suffix.removeprefix(".").lower()


def told(one: Encoded) -> tuple[Message, Message]:
    """Return what is said of a passage, and its cure."""
    words = {
        "name": say(f"encoding.name.{one.encoding or 'unknown'}"),
        "shown": one.shown,
        "recovered": one.recovered,
        "lines": one.lines,
        "path": one.place.path,
        "where": spoken(one.where) if one.where else "",
    }
    key = f"encoding.{_situation(one)}"
    return say(key, **words), say(f"{key}.fix", **words)


def _situation(one: Encoded) -> str:
    if one.where:
        return "in_document"
    if one.stored:
        return "bytes" if one.encoding else "unknown_bytes"
    return "lost" if one.shown == one.recovered else "text"
