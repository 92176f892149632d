"""The nodes of a strict YAML document: named tuples, because the policies alone are thirty thousand of them."""

from __future__ import annotations

from typing import NamedTuple

from congbo.place import Place


class Scalar(NamedTuple):
    """One value as written; ``plain`` is False where it stands in quotes or in a block."""

    place: Place
    text: str
    plain: bool


class Sequence(NamedTuple):
    """A list of nodes."""

    place: Place
    nodes: tuple[Node, ...]


class Mapping(NamedTuple):
    """Keys in the order of the file, with the place of each key."""

    place: Place
    nodes: dict[str, Node]
    keys: dict[str, Place]

    def at(self, key: str) -> Place:
        """Return where the key stands, or the mapping itself if it is absent."""
        return self.keys.get(key, self.place)


Node = Scalar | Sequence | Mapping
