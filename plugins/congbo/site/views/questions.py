"""The values of questions."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.site.views.parts import LinkGroup


@dataclass(frozen=True, slots=True)
class Clock:
    """What is said of a question's days, and the article that gives them, as it is printed."""

    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class Asking:
    """How to ask: ways to the questions of a state or field, when one is answered, and the prepared letter."""

    ways: tuple[LinkGroup, ...]
    answered: Clock | None
    subject: str
    letter: str
