"""Entries of policy files that know where each of their keys stands, so that a fault is shown on its own line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from congbo.place import Place


class Keyed:
    """What was read from a mapping; ``shape.record`` fills ``place`` and ``places`` of a class that declares them."""

    place: Place
    places: Mapping[str, Place]

    def at(self, key: str) -> Place:
        """Return where a key stands, or the entry's first line if it is not written."""
        return self.places.get(key, self.place)


def no_places() -> Any:
    """Return the default of ``places``; two entries are equal wherever they stand."""
    return field(default_factory=dict, compare=False, repr=False)
