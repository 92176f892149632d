"""Collects what a reader finds, and stops it when it is too much."""

from __future__ import annotations

from congbo.attached import limits
from congbo.attached.model import Danger, Inspection, Passage


class ExcessError(Exception):
    """More than a file may hold: it is not read any further."""


class Notes:
    """What was found so far."""

    def __init__(self) -> None:
        self._passages: list[Passage] = []
        self._dangers: dict[Danger, None] = {}
        self._read = 0

    def quote(self, where: str, text: str) -> None:
        """Note a text, unless it is blank. Raises ExcessError when there is too much of it."""
        if not text.strip():
            return
        self._read += len(text)
        if self._read > limits.TEXT:
            raise ExcessError(f"> {limits.TEXT}")
        self._passages.append(Passage(where, text))

    def warn(self, kind: str, shown: object = "") -> None:
        """Note a danger; of one kind only a few are kept."""
        words = " ".join("".join(letter if letter.isprintable() else " " for letter in str(shown)).split())
        danger = Danger(kind, words if len(words) <= limits.SHOWN else words[: limits.SHOWN - 1] + "…")
        if sum(known.kind == kind for known in self._dangers) < limits.SAME:
            self._dangers.setdefault(danger)

    def has(self, kind: str) -> bool:
        """Tell whether a danger of a kind was noted."""
        return any(known.kind == kind for known in self._dangers)

    def take(self, name: str, inner: Inspection) -> None:
        """Note what was found in a file within this file."""
        for passage in inner.passages:
            self.quote(f"member {name}\n{passage.where}", passage.text)
        for danger in inner.dangers:
            self.warn(danger.kind, f"{name}: {danger.shown}" if danger.shown else name)

    def inspection(self, kind: str) -> Inspection:
        """Return all of it."""
        return Inspection(kind, tuple(self._passages), tuple(self._dangers))
