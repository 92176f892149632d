"""Policies are read by people before they are in force: what these cannot see, or take for another letter, is refused."""

from __future__ import annotations

from congbo.errors import refuse
from congbo.message import say
from congbo.place import Place
from congbo.strict.bytes import position
from congbo.text.characters import flaws


def refuse_flaws(text: str, path: str) -> None:
    """Raise CongboError for the first character of a policy file that could not stand in an item either (CB-4)."""
    for flaw in flaws(text):
        words = {"shown": flaw.shown, "word": flaw.word}
        fault, cure = say(f"text.{flaw.kind}", **words), say(f"text.{flaw.kind}.fix", **words)
        raise refuse("policy.character", Place(path, *position(text, flaw.offset)), fault=fault, cure=cure)
