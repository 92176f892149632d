"""Drawings (svg): their words, and whatever runs or loads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from congbo.attached.notes import Notes
from congbo.attached.xml import walk
from congbo.text.regex import regex

_RUNNING = (
    "script",
    "foreignObject",
    "iframe",
    "embed",
    "object",
    "handler",
    "listener",
    "set",
    "animate",
    "audio",
    "video",
)
_OWN = regex(r"^\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,]|$)", re.IGNORECASE)
_FOLLOWED = regex(r"^\s*(?:https?:|mailto:|/|\.)", re.IGNORECASE)
_STYLE = regex(r"@import|url\(\s*[\"']?\s*(?![#\"']|data:image/)[^)]*|expression\s*\(|javascript:", re.IGNORECASE)


class _Drawing:
    """Notes the words of a drawing, and what acts in it."""

    def __init__(self, notes: Notes) -> None:
        self.words: list[str] = []
        self._notes = notes
        self._open: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note elements and attributes that act."""
        self._open.append(name)
        if name in _RUNNING:
            self._notes.warn("script", f"<{name}")
        for key, value in attributes.items():
            self._attribute(name, key, value)

    def end(self, _: str) -> None:
        """Nothing more."""
        self._open.pop()

    def data(self, text: str) -> None:
        """Keep words; a style is no word but may load."""
        if self._open[-1:] == ["style"]:
            self._style(text)
        elif text.strip():
            self.words.append(text.strip())

    def _attribute(self, element: str, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            self._notes.warn("script", key)
        elif key in ("href", "src", "data"):
            if "javascript:" in re.sub(r"\s", "", value.lower()):
                self._notes.warn("script", f"{key}={value}")
            elif not _OWN.match(value) and not (element == "a" and _FOLLOWED.match(value)):
                self._notes.warn("external", f"{key}={value}")
        else:
            self._style(value)

    def _style(self, text: str) -> None:
        found = _STYLE.search(text)
        if found:
            self._notes.warn("external", found[0])


def read(data: bytes, notes: Notes) -> None:
    """Note words and activity of a drawing."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        notes.warn("not_utf8", "UTF-16")
    if b"<?xml-stylesheet" in data:
        notes.warn("external", "<?xml-stylesheet")
    drawing = _Drawing(notes)
    walk(data, drawing, notes)
    notes.quote("text", "\n".join(drawing.words))
