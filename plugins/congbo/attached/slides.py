"""PowerPoint presentations (pptx): slides, hidden ones too, speaker's notes and comments."""

from __future__ import annotations

from collections.abc import Mapping

from congbo.attached.notes import Notes
from congbo.attached.ooxml import open_office
from congbo.attached.text_parts import Paragraphs
from congbo.attached.xml import walk
from congbo.text.regex import regex

_SLIDE = regex(r"^ppt/slides/slide(\d+)\.xml$")
_PLACES = (
    (regex(r"^ppt/notesSlides/"), "notes"),
    (regex(r"^ppt/comments/|^ppt/commentAuthors"), "comment"),
    (regex(r"^ppt/(?:charts|diagrams|drawings)/"), "drawing"),
)


class _Slide(Paragraphs):
    """A slide, which may say of itself that it is not shown."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note that the slide is hidden before its text is read."""
        if name == "sld" and attributes.get("show") in ("0", "false"):
            self._place = self._place.replace("slide", "hidden_slide")
        super().start(name, attributes)


class _Comment(Paragraphs):
    """Old comments stand in elements ``text``, new ones in paragraphs."""

    def data(self, text: str) -> None:
        """Keep both."""
        if self._open[-1:] == ["text"]:
            self._add(text)
        else:
            super().data(text)


def read(data: bytes, notes: Notes) -> None:
    """Note every text of a presentation."""
    package = open_office(data, notes)
    for name in package.having(".xml"):
        slide = _SLIDE.search(name)
        place = (
            f"slide {slide[1]}" if slide else next((where for pattern, where in _PLACES if pattern.search(name)), "")
        )
        if place:
            part = (_Slide if slide else _Comment if place == "comment" else Paragraphs)(notes, place)
            walk(package.xml(name), part, notes)
            part.finish()
