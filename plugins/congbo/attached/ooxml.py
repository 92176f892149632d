"""What the packages of Office (docx, xlsx, pptx) have in common: relations, properties, foreign parts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from congbo.attached import picture
from congbo.attached.notes import Notes
from congbo.attached.package import Package
from congbo.attached.xml import Words, walk
from congbo.text.regex import regex

_RELATED = {"vbaProject": "macro", "oleObject": "ole", "control": "activex", "activeXControlBinary": "activex"}
_PARTS = (
    (regex(r"vba(?:project|data)|/macrosheets/|/dialogsheets/", re.IGNORECASE), "macro"),
    (regex(r"/embeddings/[^/]+\.bin$|oleobject", re.IGNORECASE), "ole"),
    (regex(r"/activex/", re.IGNORECASE), "activex"),
    (regex(r"/embeddings/[^/]+\.(?:doc|xls|ppt|docx|xlsx|pptx|xlsb)$", re.IGNORECASE), "workbook"),
    (regex(r"/embeddings/", re.IGNORECASE), "embedded"),
)
_LINKS = ("hyperlink",)
_PROPERTIES = regex(r"^(?:docProps|customXml)/.*\.xml$", re.IGNORECASE)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


class _Relations:
    """Notes what a part is related to."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """Note a relation that runs or leads out of the package; a link that a reader follows is none."""
        kind = attributes.get("Type", "").rpartition("/")[2]
        target = attributes.get("Target", "")
        if kind in _RELATED:
            self._notes.warn(_RELATED[kind], target.rpartition("/")[2])
        elif attributes.get("TargetMode") == "External" and kind not in _LINKS:
            self._notes.warn("external", target)

    def end(self, name: str) -> None:
        """Nothing more."""

    def data(self, text: str) -> None:
        """Relations hold no text."""


def open_office(data: bytes, notes: Notes) -> Package:
    """Return the package, with what is common to all three kinds noted."""
    package = Package(data, notes)
    for name in package.having(".rels"):
        walk(package.xml(name), _Relations(notes), notes)
    for name in package.names:
        kind = next((kind for pattern, kind in _PARTS if pattern.search(name)), "")
        if kind:
            notes.warn(kind, name.rpartition("/")[2])
        elif name.lower().endswith(_PICTURES):
            picture.look(package.read(name), notes)
        elif _PROPERTIES.search(name):
            words = Words()
            walk(package.xml(name), words, notes)
            notes.quote("property", words.text)
    return package
