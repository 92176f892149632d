"""Text of others on a screen: what hides, moves the cursor or breaks the line is written out."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """Return the text with every control, format and separator character except the blank written as ``\\u202e``."""
    return "".join(c if c == " " or unicodedata.category(c)[0] not in "CZ" else f"\\u{ord(c):04x}" for c in text)
