"""A straight irrigation canal through rice."""

from __future__ import annotations

from attached.svg.draw import polygon, rect

from .air import far_hills, sky
from .people import person
from .plants import tree, tufts
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the canal between its concrete banks, the sluice and the fields."""
    field = [rect(0, 430, 1200, 320, t.tint("#A8C46C"))]
    bunds = [
        polygon([(0, y), (1200, y), (1200, y + w), (0, y + w)], t.tint("#8DAA5C"))
        for y, w in ((458, 4), (500, 6), (566, 9))
    ]
    rice = [
        tufts(t, y, t.tint(colour), size, step)
        for y, colour, size, step in (
            (480, "#7FA852", 14, 22),
            (540, "#7BA44E", 24, 34),
            (630, "#6E9A48", 40, 46),
            (735, "#628E42", 60, 60),
        )
    ]
    water = [
        polygon([(592, 430), (622, 430), (860, 750), (420, 750)], t.tint("#D3CFC2", 0.06)),
        polygon([(598, 430), (616, 430), (800, 750), (480, 750)], t.tint("#6FAAB4")),
        polygon([(604, 430), (608, 430), (640, 750), (590, 750)], "#FFFFFF", opacity="0.3"),
    ]
    trees = [tree(t, x, 440, t.vary(60, 110, "row", x)) for x in (60, 130, 330, 400, 820, 900, 1130)]
    return [
        *sky(t),
        *far_hills(t, 400, 150),
        *field,
        *trees,
        *bunds,
        *rice,
        *water,
        *_sluice(t),
        person(t, 910, 690, 190, "#8FA9B8", "reach", "cone", flip=True),
    ]


def _sluice(t: Tone) -> list[str]:
    stone = t.tint("#B9B5A8")
    return [
        rect(508, 520, 34, 96, stone),
        rect(690, 520, 34, 96, stone),
        rect(500, 508, 232, 20, t.tint("#9B978B")),
        rect(560, 540, 112, 50, t.tint("#4E6A72")),
        rect(610, 452, 8, 92, t.tint("#5E6B70")),
        rect(590, 448, 48, 10, t.palette.brand),
    ]
