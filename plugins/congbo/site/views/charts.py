"""The values of organisation charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from congbo.site.drawing.tree import Tree


class Body(Struct, frozen=True):
    """A body of a chart, and how many levels lie above it."""

    level: int
    name: str


class Organisation(Struct, frozen=True):
    """The bodies of a chart in their order, and the drawing of them."""

    bodies: tuple[Body, ...]
    tree: Tree | None = None
