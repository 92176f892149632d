"""The text of one part of an office document, paragraph by paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from congbo.attached.notes import Notes
from congbo.text.regex import regex

_DELETED = ("del", "moveFrom", "deletion")
_REVISED = (*_DELETED, "ins", "moveTo", "insertion")
_COMMENT = ("comment", "annotation", "cm")
_TEXT = ("t", "delText")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
_REMOTE = regex(r"^(?:https?|ftp|file|smb):|^\\\\|^//", re.IGNORECASE)
_RUNS = regex(
    r"^\s*(?:DDE|DDEAUTO)\b|\b(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT)\s+\"?(?:https?:|\\\\|file:)", re.IGNORECASE
)


def is_remote(address: str) -> bool:
    """Tell whether an address leads out of the document."""
    return bool(_REMOTE.search(address.strip()))


class Paragraphs:
    """Text of WordprocessingML, DrawingML and OpenDocument: paragraphs are lines, cells are divided by tabs.

    ``everywhere``: text stands directly in the paragraphs (OpenDocument) and not in elements ``t``.
    """

    def __init__(self, notes: Notes, place: str, everywhere: bool = False) -> None:
        self._notes = notes
        self._place = place
        self._everywhere = everywhere
        self._words: dict[str, list[str]] = {}
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._hidden = False
        self._field: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note where we are, and what an element gives away by being there."""
        self._open.append(name)
        self._count[name] += 1
        if name in _REVISED:
            self._notes.warn("revisions")
        elif name in _COMMENT:
            self._notes.warn("comments")
        elif name == "vanish":
            self._hidden = (
                self._within("rPr") and not self._within("pPr") and attributes.get("val") not in ("0", "false")
            )
        elif name == "fldSimple":
            self._field.append(attributes.get("instr", ""))
        elif name in _BREAKS and self._within(*(("p", "h") if self._everywhere else ("r", "p"))):
            self._add(_BREAKS[name])

    def end(self, name: str) -> None:
        """End lines and cells."""
        self._count[self._open.pop()] -= 1
        if name == "r":
            self._hidden = False
        elif name in ("p", "h"):
            self._end_field()
            self._add(" " if self._within("tc", "table-cell") else "\n")
        elif name in ("tc", "table-cell"):
            self._add("\t")
        elif name in ("tr", "table-row"):
            self._add("\n")

    def data(self, text: str) -> None:
        """Keep the text of the page."""
        if self._open[-1:] == ["instrText"]:
            self._field.append(text)
        elif self._within("p", "h") if self._everywhere else self._open[-1:] and self._open[-1] in _TEXT:
            self._add(text)

    def finish(self) -> None:
        """Hand over what was read."""
        for place, words in self._words.items():
            lines = (line.rstrip(" \t").replace(" \t", "\t") for line in "".join(words).split("\n"))
            self._notes.quote(place, "\n".join(line for line in lines if line.strip()))

    def _add(self, text: str) -> None:
        place = "deleted" if self._within(*_DELETED) else "hidden" if self._hidden else self._place
        if self._everywhere and self._within("annotation"):
            place = "comment"
        self._words.setdefault(place, []).append(text)

    def _within(self, *names: str) -> bool:
        return any(self._count[name] for name in names)

    def _end_field(self) -> None:
        code = "".join(self._field)
        self._field = []
        if _RUNS.search(code):
            self._notes.warn("dde", code)
