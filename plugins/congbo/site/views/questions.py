"""The values of questions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """What is said of a question's days, and the article that gives them, as it is printed."""

    text: str
    cite: str
