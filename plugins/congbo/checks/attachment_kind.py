"""Kinds of attachments (CB-10).

What it checks: that a file is of a kind that a portal may hand out, and that a drawing (svg) holds nothing that runs or
loads anything from elsewhere.
Why: attachments are served from the portal's own address; a page or a drawing with a script would act in its name.
How to fix: save the text as PDF, the table as CSV or XLSX, the picture as PNG or JPEG; export the drawing without scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from congbo.checks.house import house_finding
from congbo.errors import CongboError
from congbo.facts.corpus import Corpus
from congbo.finding import Finding
from congbo.place import Place

RULE = "CB-10"
CHECK = "attachment_kind"

ALLOWED = (
    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "csv", "txt", "json", "geojson", "ics", "svg", "png", "jpg",
    "jpeg", "gif", "webp", "bmp", "mp3", "mp4", "zip",
)  # fmt: skip
_ACTIVE = re.compile(
    rb"<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|set|animate)\b|\son\w+\s*=|javascript:"
    rb"|<!ENTITY|<\?xml-stylesheet|(?:href|src)\s*=\s*[\"'](?!#|data:image/(?:png|jpeg))|@import|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Yield a finding for each file of another kind, and for each drawing that is active."""
    for path in sorted(corpus.files):
        kind = PurePosixPath(path).suffix.removeprefix(".").lower()
        if kind not in ALLOWED:
            yield house_finding(RULE, CHECK, Place(path), "attachment_kind", kind=kind or "-", allowed=ALLOWED)
        elif kind == "svg" and (found := _active(corpus, path)):
            yield house_finding(RULE, CHECK, Place(path), "attachment_kind.active", shown=found)


def _active(corpus: Corpus, path: str) -> str:
    try:
        data = corpus.tree.read(path)
    except CongboError:
        return ""  # a link or an unreadable file: references says so
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return "UTF-16"
    found = _ACTIVE.search(data)
    return found[0].decode("utf-8", "replace").strip()[:40] if found else ""
