"""A text told from another one by a short sum, whatever its line breaks."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

# Digits of the sum: of the texts of one country no two are alike by accident.
DIGITS: Final = 16


def sum_of(text: str) -> str:
    """Return the first digits of the SHA-256 of a text (UTF-8, NFC), every run of white space taken for one blank."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS]
