"""PowerPoint presentations."""

from __future__ import annotations

from support.made.ole import container
from support.made.parts import Parts, lines, package, relations, types

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def _slide(text: str, root: str = "sld", more: str = "") -> str:
    inner = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines(text))
    return f"<p:{root} {_P} {_A}{more}>{inner}</p:{root}>"


def _presentation(slide: str, more: Parts | None = None) -> bytes:
    return package(
        {
            "[Content_Types].xml": types("ppt/presentation.xml", _MAIN),
            "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml", False)),
            "ppt/presentation.xml": f"<p:presentation {_P}/>",
            "ppt/slides/slide1.xml": slide,
            **(more or {}),
        }
    )


def plain(text: str) -> bytes:
    """One slide, one paragraph a line."""
    return _presentation(_slide(text))


def notes(text: str) -> bytes:
    """The text among the speaker's notes."""
    return _presentation(_slide("Kế hoạch năm"), {"ppt/notesSlides/notesSlide1.xml": _slide(text, "notes")})


def hidden(text: str) -> bytes:
    """The text on a slide that is not shown."""
    return _presentation(_slide("Kế hoạch năm"), {"ppt/slides/slide2.xml": _slide(text, more=" show='0'")})


def macro(text: str) -> bytes:
    """A presentation with macros."""
    return _presentation(_slide(text), {"ppt/vbaProject.bin": container()})


RECIPES = {"pptx": plain, "pptx-notes": notes, "pptx-hidden-slide": hidden, "pptx-macro": macro}
