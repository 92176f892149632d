"""What a transfer did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sent:
    """Where the release went, how many files travelled, and how many files (or, by ssh, folders) of the old one went."""

    where: str
    files: int
    gone: int
