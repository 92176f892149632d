"""The nodes of a strict YAML document."""

from __future__ import annotations

from dataclasses import dataclass

from congbo.place import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written; ``plain`` is False where it stands in quotes or in a block."""

    place: Place
    text: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    place: Place
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order of the file, with the place of each key."""

    place: Place
    nodes: dict[str, Node]
    keys: dict[str, Place]

    def at(self, key: str) -> Place:
        """Return where the key stands, or the mapping itself if it is absent."""
        return self.keys.get(key, self.place)


Node = Scalar | Sequence | Mapping
