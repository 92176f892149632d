"""Word documents (docx): body, headers, footers, notes, comments, deletions, hidden text, drawings."""

from __future__ import annotations

import re

from congbo.attached.notes import Notes
from congbo.attached.ooxml import open_office
from congbo.attached.text_parts import Paragraphs
from congbo.attached.xml import walk

_PLACES = (
    (re.compile(r"^word/document\d*\.xml$"), "text"),
    (re.compile(r"^word/header\d*\.xml$"), "header"),
    (re.compile(r"^word/footer\d*\.xml$"), "footer"),
    (re.compile(r"^word/(?:foot|end)notes\d*\.xml$"), "footnote"),
    (re.compile(r"^word/comments\w*\.xml$"), "comment"),
    (re.compile(r"^word/.*\.xml$"), "drawing"),  # charts, drawings, text boxes, glossaries
)
_SILENT = re.compile(r"^word/(?:styles|settings|webSettings|fontTable|numbering|theme/)", re.IGNORECASE)


def read(data: bytes, notes: Notes) -> None:
    """Note every text of a document, whatever its main part is called."""
    package = open_office(data, notes)
    for name in package.having(".xml"):
        place = next((place for pattern, place in _PLACES if pattern.search(name)), "")
        if place and not _SILENT.search(name):
            part = Paragraphs(notes, place)
            walk(package.xml(name), part, notes)
            part.finish()
