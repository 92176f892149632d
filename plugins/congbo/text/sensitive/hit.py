"""What a detector found in a text, and how it may be shown."""

from __future__ import annotations

from dataclasses import dataclass, field

VISIBLE = 3
_MASK = "*"
_LONG = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: its kind, where it stands (offsets from 0, end exclusive) and what may be printed of it.

    ``value`` is the find itself without separators, for comparing only: it never reaches a message or a log.
    """

    kind: str
    start: int
    shown: str
    end: int = 0
    value: str = field(default="", repr=False, compare=False)


def secret(kind: str, start: int, end: int, value: str) -> Hit:
    """Return a find of which only the last characters may be shown."""
    return Hit(kind, start, masked(value), end, value)


def masked(value: str) -> str:
    """Return ``*`` for every character but the last VISIBLE; of a short value fewer or none are shown."""
    shown = VISIBLE if len(value) >= _LONG else len(value) // 4
    return _MASK * (len(value) - shown) + value[len(value) - shown :]
