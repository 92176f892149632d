"""The values of statistics."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a period, and the page that tells it."""

    period: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator, the newest first, which is the one of the page."""

    figures: tuple[Figure, ...]
