"""The values of organisation charts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from congbo.site.drawing.tree import Tree


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a chart, and how many levels lie above it."""

    level: int
    name: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """The bodies of a chart in their order, and the drawing of them."""

    bodies: tuple[Body, ...]
    tree: Tree | None = None
