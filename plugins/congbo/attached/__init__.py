"""Attached files: what they really are, what they say, and what is wrong with them (by their bytes alone)."""

from __future__ import annotations

from congbo.attached.model import DANGERS, PLACES, SUSPECT, Danger, Inspection, Passage, spoken

__all__ = ["DANGERS", "PLACES", "SUSPECT", "Danger", "Inspection", "Passage", "inspect", "spoken"]


def inspect(data: bytes, name: str) -> Inspection:
    """Look into a file: see ``inspection.inspect``, imported when the first file is met (its libraries take long)."""
    from congbo.attached import inspection

    return inspection.inspect(data, name)
