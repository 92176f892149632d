"""The facts of standing pages: privacy, terms of use, licence, accessibility, contact."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.pages import PageFacts
from congbo.site.views.parts import Link


class StandingPart(Struct, frozen=True):
    """One part of a standing page; ``clauses`` of the regulation ask for it; ``own``: none does, the office set it itself."""

    id: str
    heading: str
    text: str
    clauses: tuple[Link, ...]
    own: bool


class StandingFacts(PageFacts, frozen=True):
    """A standing page: after the part ``reached`` stands where to write, with the subject of the letter; ``ways``: sections
    to ask in."""

    parts: tuple[StandingPart, ...] = ()
    reached: str = ""
    subject: str = ""
    ways: tuple[Link, ...] = ()
