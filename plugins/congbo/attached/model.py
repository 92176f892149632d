"""What is found in an attached file."""

from __future__ import annotations

from msgspec import Struct

from congbo.message import Message, say


class Passage(Struct, frozen=True):
    """A text in a file, and where: a word of ``PLACES``, sometimes with a number or a name behind it (``page 2``)."""

    where: str
    text: str


class Danger(Struct, frozen=True):
    """Why a file may not be handed out as it is: a kind of ``DANGERS``, and what shows it."""

    kind: str
    shown: str


class Inspection(Struct, frozen=True):
    """What a file really is (``pdf``, ``docx``, ``jpeg``; empty: not known), what it says, and what is wrong with it."""

    kind: str
    passages: tuple[Passage, ...] = ()
    dangers: tuple[Danger, ...] = ()


PLACES = (
    "text", "page", "header", "footer", "footnote", "comment", "deleted", "hidden", "drawing", "sheet", "hidden_sheet",
    "slide", "hidden_slide", "notes", "field", "outline", "property", "metadata", "member",
)  # fmt: skip

DANGERS = (
    "empty", "too_large", "disguised", "unreadable", "pointer", "polyglot", "bomb", "encrypted", "entity", "not_utf8",
    "macro", "ole", "activex", "external", "dde", "script", "action", "embedded", "xfa", "traversal", "twice", "nested",
    "member", "gps", "formula", "revisions", "comments", "workbook",
)  # fmt: skip

SUSPECT = ("formula", "revisions", "comments", "workbook")
"""Dangers that a person may have wanted: they are warned of, the others refuse the file."""


def spoken(where: str) -> Message:
    """Return the place of a passage as a message: ``page 2`` -> "trang 2"; within an archive, place after place."""
    place, _, detail = where.partition(" ")
    if place == "member":
        name, _, inner = detail.partition("\n")
        return say("where.member", detail=name, inner=spoken(inner or "text"))
    return say(f"where.{place}", detail=detail)
