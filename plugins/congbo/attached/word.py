"""Word documents (docx): body, headers, footers, notes, comments, deletions, hidden text, drawings."""

from __future__ import annotations

import re

from congbo.attached.notes import Notes
from congbo.attached.ooxml import open_office
from congbo.attached.text_parts import Paragraphs
from congbo.attached.xml import walk
from congbo.text.regex import regex

_PLACES = (
    (regex(r"^word/document\d*\.xml$"), "text"),
    (regex(r"^word/header\d*\.xml$"), "header"),
    (regex(r"^word/footer\d*\.xml$"), "footer"),
    (regex(r"^word/(?:foot|end)notes\d*\.xml$"), "footnote"),
    (regex(r"^word/comments\w*\.xml$"), "comment"),
    (regex(r"^word/.*\.xml$"), "drawing"),  # charts, drawings, text boxes, glossaries
)
_SILENT = regex(r"^word/(?:styles|settings|webSettings|fontTable|numbering|theme/)", re.IGNORECASE)


def read(data: bytes, notes: Notes) -> None:
    """Note every text of a document, whatever its main part is called."""
    package = open_office(data, notes)
    for name in package.having(".xml"):
        place = next((place for pattern, place in _PLACES if pattern.search(name)), "")
        if place and not _SILENT.search(name):
            part = Paragraphs(notes, place)
            walk(package.xml(name), part, notes)
            part.finish()
