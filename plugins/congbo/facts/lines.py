"""The text of the lines that findings point at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from congbo.errors import CongboError
from congbo.place import Place
from congbo.tree import Tree


def lines_of(tree: Tree) -> Callable[[Place], str]:
    """Return the function from a place to the text of its line; "" for a whole file, and where there is no such line."""

    @cache
    def text_of(path: str) -> list[str]:
        try:
            return tree.read(path).decode("utf-8", "replace").split("\n")
        except CongboError:
            return []

    def line(place: Place) -> str:
        lines = text_of(place.path) if place.line else []
        return lines[place.line - 1].rstrip("\r") if place.line <= len(lines) and place.line else ""

    return line
