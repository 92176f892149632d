"""Marks that draw.py lacks: groups, stamps, curves and washes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attached.svg.draw import Point, num, path, rect

from .tone import HEIGHT, WIDTH


def group(parts: Sequence[str], x: float, y: float, scale: float = 1, flip: bool = False) -> str:
    """Return parts moved to a place and scaled."""
    across = f"{-scale if flip else scale:.3g}"
    return f'<g transform="translate({num(x)} {num(y)}) scale({across} {scale:.3g})">{"".join(parts)}</g>'


def stamp(name: str, parts: Sequence[str]) -> str:
    """Define a shape that ``use`` puts down many times."""
    return f'<defs><g id="{name}">{"".join(parts)}</g></defs>'


def use(name: str, x: float, y: float, scale: float = 1, fill: str = "") -> str:
    """Put down a stamp; ``fill`` colours the parts of it that name no colour."""
    colour = f' fill="{fill}"' if fill else ""
    return f'<use href="#{name}"{colour} transform="translate({num(x)} {num(y)}) scale({scale:.3g})"/>'


def wash(name: str, top: str, low: str, y: float = 0, height: float = HEIGHT) -> str:
    """Return a band over the whole width that passes from one colour to another."""
    stops = f'<stop stop-color="{top}"/><stop offset="1" stop-color="{low}"/>'
    return f'<defs><linearGradient id="{name}" x2="0" y2="1">{stops}</linearGradient></defs>' + rect(
        0, y, WIDTH, height, f"url(#{name})"
    )


def curve(points: Sequence[Point], base: float, fill: str) -> str:
    """Return the land under a soft line, down to ``base``."""
    data = [f"M{num(points[0][0])},{num(base)}L{num(points[0][0])},{num(points[0][1])}"]
    for (x, y), (after_x, after_y) in pairwise(points[1:]):
        data.append(f"Q{num(x)},{num(y)} {num((x + after_x) / 2)},{num((y + after_y) / 2)}")
    data.append(f"L{num(points[-1][0])},{num(points[-1][1])}V{num(base)}Z")
    return path("".join(data), fill)


def line(data: str, stroke: str, width: float, **more: object) -> str:
    """Return an open curve."""
    return path(data, "none", stroke=stroke, stroke_width=width, stroke_linecap="round", **more)
