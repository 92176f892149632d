"""Attachments are what they say, and do nothing (CB-10).

What it checks: that a file is of a kind that a portal may hand out, that its bytes are of the kind that its name says, that
nothing in it runs, loads from elsewhere, hides another file or tells where a picture was taken, that it can be looked into
at all, and that it has the digest which the item gives for it, if it gives one.
Why: attachments are served from the portal's own address; a page or a drawing with a script would act in its name.
How to fix: save the text as PDF, the table as CSV or XLSX, the picture as PNG or JPEG, as the finding says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from congbo.attached import SUSPECT
from congbo.attached.kinds import ENDINGS
from congbo.checks.house import house_finding
from congbo.facts.corpus import Corpus
from congbo.finding import Finding, Severity
from congbo.item import Item
from congbo.place import Place
from congbo.text.regex import regex

RULE = "CB-10"
CHECK = "attachment_kind"
PAGE = ".md"
DIGESTS = "ma_bam"  # the field with lines as sha256sum prints them

_LINE = regex(r"([0-9a-f]{64})\s+\*?(\S.*)", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each file of another kind, each danger in a file, and each digest that is not the file's."""
    for path in sorted(corpus.files):
        kind = PurePosixPath(path).suffix.removeprefix(".").lower()
        if is_misnamed(path):
            name = f"{PurePosixPath(path).stem}{PAGE}"
            yield house_finding(RULE, CHECK, Place(path), "attachment_kind.page", name=name)
        elif kind not in ENDINGS:
            yield house_finding(RULE, CHECK, Place(path), "attachment_kind", kind=kind or "-", allowed=list(ENDINGS))
        elif corpus.tree.has(path):  # of a link, file_name speaks
            yield from _dangers(corpus, path)
    for item in corpus.items:
        yield from _digests(corpus, item)


def is_misnamed(path: str) -> bool:
    """Tell whether a file is an item whose name ends in capitals (``.MD``), so that it is not read as one."""
    return path.lower().endswith(PAGE)


def _dangers(corpus: Corpus, path: str) -> Iterator[Finding]:
    for danger in corpus.inspection(path).dangers:
        severity = Severity.WARNING if danger.kind in SUSPECT else Severity.ERROR
        shown = f" ({danger.shown})" if danger.shown else ""
        yield house_finding(RULE, CHECK, Place(path), f"attachment_kind.{danger.kind}", severity, shown=shown)


def _digests(corpus: Corpus, item: Item) -> Iterator[Finding]:
    lines = item.fields.get(DIGESTS, ())
    place = item.place(corpus.policy.types.key_of(DIGESTS) if lines else "")
    for line in lines if isinstance(lines, tuple) else ():
        found = _LINE.fullmatch(line.strip())
        path = f"{item.address.folder}/{found[2]}" if found else ""
        if not found:
            yield house_finding(RULE, CHECK, place, "attachment_kind.no_digest", line=line)
        elif path not in corpus.files or not corpus.tree.has(path):
            yield house_finding(RULE, CHECK, place, "attachment_kind.digest_of_nothing", file=found[2])
        elif (real := hashlib.sha256(corpus.tree.read(path)).hexdigest()) != found[1].lower():
            yield house_finding(RULE, CHECK, place, "attachment_kind.digest", file=found[2], real=real)
