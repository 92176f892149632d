"""The values of questions."""

from __future__ import annotations

from msgspec import Struct

from congbo.site.views.parts import LinkGroup


class Clock(Struct, frozen=True):
    """What is said of a question's days, and the article that gives them, as it is printed."""

    text: str
    cite: str


class Asking(Struct, frozen=True):
    """How to ask: ways to the questions of a state or field, when one is answered, and the prepared letter."""

    ways: tuple[LinkGroup, ...]
    answered: Clock | None
    subject: str
    letter: str
