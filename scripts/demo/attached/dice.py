"""Chance without chance: numbers that depend on words only."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def share(*words: object) -> float:
    """Return a number from 0 to below 1 for the words; the same words give the same number."""
    digest = hashlib.sha256("\x1f".join(str(word) for word in words).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def between(low: float, high: float, *words: object) -> float:
    """Return a number between two others."""
    return low + (high - low) * share(*words)


def pick(options: Sequence[T], *words: object) -> T:
    """Return one of the options."""
    return options[int(share(*words) * len(options))]
