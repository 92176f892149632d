"""OpenDocument files (odt, ods, odp)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from congbo.attached import picture
from congbo.attached.notes import Notes
from congbo.attached.package import Package
from congbo.attached.text_parts import Paragraphs, is_remote
from congbo.attached.xml import Words, walk
from congbo.text.regex import regex

_MACRO = regex(r"^(?:Basic|Scripts|Dialogs)/.*[^/]$", re.IGNORECASE)
_OBJECT = regex(r"^(?:Object(?:Replacements/)?[^/]*\d+)$|\.bin$", re.IGNORECASE)
_TEXTS = {"content.xml": "text", "styles.xml": "header"}
_LOADS = (
    "image", "object", "object-ole", "plugin", "applet", "floating-frame", "table-source", "dde-source", "section-source",
)  # fmt: skip
_ACTIVE = {
    "event-listener": "script", "script": "script", "object-ole": "ole", "plugin": "ole", "applet": "ole",
    "dde-source": "dde", "dde-connection": "dde", "dde-connection-decl": "dde", "encryption-data": "encrypted",
}  # fmt: skip


class _Part(Paragraphs):
    """A part whose elements may act or load."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note them, then the text."""
        if name in _ACTIVE:
            self._notes.warn(_ACTIVE[name], attributes.get("event-name") or attributes.get("href") or name)
        elif name in _LOADS and is_remote(attributes.get("href", "")):
            self._notes.warn("external", attributes["href"])
        super().start(name, attributes)


def read(data: bytes, notes: Notes) -> None:
    """Note every text of a document; what lies under a password is not read."""
    package = Package(data, notes)
    if "META-INF/manifest.xml" in package.names:
        walk(package.xml("META-INF/manifest.xml"), _Part(notes, "property", everywhere=True), notes)
    if not notes.has("encrypted"):
        for name in package.names:
            _part(package, name, notes)


def _part(package: Package, name: str, notes: Notes) -> None:
    if _MACRO.search(name):
        notes.warn("macro", name)
    elif _OBJECT.search(name) and not name.startswith("ObjectReplacements/"):
        notes.warn("ole", name)
    elif name.rpartition("/")[2] in _TEXTS:
        part = _Part(notes, _TEXTS.get(name, "drawing"), everywhere=True)
        walk(package.xml(name), part, notes)
        part.finish()
    elif name.rpartition("/")[2] == "meta.xml":
        words = Words()
        walk(package.xml(name), words, notes)
        notes.quote("property", words.text)
    elif name.startswith("Pictures/"):
        picture.look(package.read(name), notes)
