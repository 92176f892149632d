"""What a transfer did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """Where the release went, how many files travelled, and how many of the old one are there no longer."""

    where: str
    files: int
    gone: int
