"""Words in a drawing, which break no line by themselves."""

from __future__ import annotations

from textwrap import wrap
from typing import Final

MARK: Final = "…"


def wrapped(text: str, width: int, most: int) -> tuple[str, ...]:
    """Return a text as at most ``most`` lines of ``width`` characters; what is cut off ends in a mark. At least one line."""
    return tuple(wrap(text, width, max_lines=most, placeholder=f" {MARK}")) or ("",)
