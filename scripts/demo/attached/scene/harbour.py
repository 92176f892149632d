"""Tour boats moored along a pier."""

from __future__ import annotations

from attached.svg.draw import rect

from .air import karsts, sea, sky
from .boats import cruiser
from .people import person
from .tone import WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw a row of two-deck wooden boats, the pier, and inspectors who walk on it."""
    boats = [cruiser(t, 130 + n * 210, 520 + n % 2 * 6, 250, n % 2 == 1) for n in range(6)]
    near = [cruiser(t, 330, 622, 440), cruiser(t, 900, 622, 440)]
    pier = [
        rect(0, 650, 1200, 100, t.tint("#C9A574")),
        rect(0, 644, 1200, 12, t.tint(WOOD)),
        *(rect(n * 74, 656, 3, 94, t.tint("#A9845A")) for n in range(17)),
        *(rect(90 + n * 340, 620, 20, 34, t.tint("#4C5356"), rx=6) for n in range(4)),
    ]
    people = [
        person(t, x, 734, 165, "#DCE6EC", pose, "#F4F6F6" if n == 0 else "", trousers="#2F4258")
        for n, (x, pose) in enumerate(((560, "walk"), (626, "reach"), (760, "walk")))
    ]
    return [
        *sky(t),
        *karsts(t, 424, 200, t.tint("#A9BFC4", 0.14), "far", 6),
        *karsts(t, 432, 250, t.tint("#7E9F93", 0.16), "near", 3),
        *sea(t, 424),
        *boats,
        *near,
        *pier,
        *people,
    ]
