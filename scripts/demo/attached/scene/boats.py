"""Boats and ships; ``y`` is the water line."""

from __future__ import annotations

from attached.svg.draw import circle, path, polygon, rect

from .marks import group, line
from .tone import WHITE, WOOD, Tone


def rowing(t: Tone, x: float, y: float, size: float, flip: bool = False) -> str:
    """Return a small open boat."""
    hull = path("M-52,-16Q0,-2 56,-20Q44,6 0,6Q-40,6 -52,-16Z", t.tint(WOOD))
    return group([hull, line("M-50,-15Q0,-1 54,-19", t.tint("#C9A574"), 4)], x, y, size / 100, flip)


def cruiser(t: Tone, x: float, y: float, size: float, flip: bool = False) -> str:
    """Return a two-deck wooden tour boat of the bay."""
    wood = t.tint("#A9764A", 0.05)
    decks = [
        path("M-96,-26H92L104,-38Q100,2 80,8H-82Q-96,0 -96,-26Z", wood),
        rect(-84, -58, 160, 33, t.tint("#EFE3CC", 0.04)),
        rect(-92, -62, 176, 6, wood),
        rect(-70, -92, 124, 31, t.tint("#EFE3CC", 0.04)),
        rect(-78, -97, 142, 6, wood),
        *(rect(-76 + n * 21, -51, 13, 18, t.tint("#6D8C96")) for n in range(7)),
        *(rect(-62 + n * 20, -86, 13, 17, t.tint("#6D8C96")) for n in range(6)),
        rect(-4, -128, 3, 32, wood),
        *(circle(-60 + n * 48, -14, 5, t.tint("#D9644A"), stroke=WHITE, stroke_width=3) for n in range(3)),
    ]
    return group(decks, x, y, size / 200, flip)


def liner(t: Tone, x: float, y: float, size: float, flip: bool = False) -> str:
    """Return a large white passenger ship."""
    band = t.tint("#2F5B7C", 0.4)
    decks = [
        polygon([(-300, -62), (318, -74), (270, 6), (-270, 6)], "#F6F8F8"),
        polygon([(-279, -12), (281, -12), (270, 6), (-270, 6)], band),
        *(rect(-270 + n * 16, -92 - n * 27, 500 - n * 44, 30, "#EDF1F2" if n % 2 else WHITE) for n in range(4)),
        *(
            rect(-256 + n * 16, -82 - n * 27, 468 - n * 44, 9, t.tint("#7E9DAD"), stroke_dasharray="2")
            for n in range(4)
        ),
        polygon([(-120, -178), (-60, -178), (-78, -238), (-128, -238)], band),
        rect(40, -196, 66, 20, WHITE),
        rect(70, -236, 4, 40, "#9AA6AB"),
        *(rect(-180 + n * 70, -66, 34, 10, "#E19A4B", rx=5) for n in range(6)),
        *(circle(-230 + n * 38, -38, 5, t.tint("#5F7C8B")) for n in range(13)),
    ]
    return group(decks, x, y, size / 600, flip)


def fishing(t: Tone, x: float, y: float, size: float, colour: str, flip: bool = False) -> str:
    """Return a fishing or rescue boat with a wheelhouse."""
    parts = [
        path("M-60,-22Q0,-10 66,-34Q60,6 40,8H-44Q-58,2 -60,-22Z", colour),
        rect(-34, -54, 44, 36, WHITE),
        rect(-28, -48, 32, 12, t.tint("#6D8C96")),
        rect(-40, -60, 56, 7, colour),
        line("M24,-26V-92M24,-90L60,-34M24,-90L-12,-58", "#6B5B4A", 3),
    ]
    return group(parts, x, y, size / 120, flip)
