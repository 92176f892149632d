"""Formats of attachments.

What it checks: that documents and pictures among the attachments are in the formats which a clause lists. What a file is, is
told by its bytes and not by its name. Figures (csv, json), recordings and archives are neither documents nor pictures.
Why: the regulations name formats that everybody can open without buying a program.
How to fix: save the document or the picture in one of the formats listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congbo.attached.kinds import ENDINGS
from congbo.checks.ruled import Ruled
from congbo.facts.corpus import Corpus
from congbo.finding import About, Finding
from congbo.item import Item
from congbo.message import say
from congbo.place import Place

# What counts as a document or a picture, allowed or not.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "pdf", "docx", "docm", "dotx", "doc", "odt", "odf", "rtf", "txt", "html", "xlsx", "xlsm", "xltx", "xlsb", "xls",
        "ods", "pptx", "pptm", "ppsx", "potx", "ppt", "odp",
    ),
    "images": ("png", "jpeg", "gif", "webp", "bmp", "tiff", "heic", "avif", "svg"),
}  # fmt: skip


def check(corpus: Corpus, ruled: Ruled) -> Iterator[Finding]:
    """Yield a finding for each document or picture of another format than the clause lists."""
    for item in ruled.items(corpus):
        for path in corpus.attachments(item):
            if corpus.tree.has(path):
                yield from _judge(corpus, ruled, item, path)


def _judge(corpus: Corpus, ruled: Ruled, item: Item, path: str) -> Iterator[Finding]:
    kind = corpus.inspection(path).kind
    for group, formats in ruled.rule.params["formats"].items():
        if kind in GROUPS.get(group, ()) and kind not in {ENDINGS.get(one, one) for one in formats}:
            words = {"file": path.rpartition("/")[2], "kind": kind, "allowed": list(formats)}
            day = corpus.judged_on(item)
            about = About(unit=str(item.fields.get("don_vi", "")), first=day, last=day)
            said = say(f"attachments.{group}", **words)
            yield ruled.finding(Place(path), said, say(f"attachments.{group}.fix", **words), about=about)
