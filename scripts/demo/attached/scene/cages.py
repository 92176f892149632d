"""Fish cages that float on a river."""

from __future__ import annotations

from attached.svg.draw import circle, rect

from .air import far_hills, sea, sky
from .boats import rowing
from .houses import cottage
from .marks import line
from .people import person
from .plants import tree
from .tone import WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw two rows of cages, a keeper's hut on floats and a boat that brings feed."""
    bank = [rect(0, 398, 1200, 24, t.tint("#8FA873"))]
    grove = [tree(t, -10 + n * 76, 408, t.vary(80, 150, "grove", n), "#6C9A58") for n in range(17)]
    near = [*_row(t, 500, 118, 66, 5, 470), *_row(t, 600, 150, 84, 5, 380)]
    hut = [rect(130, 486, 250, 16, t.tint(WOOD)), cottage(t, 160, 488, 180, 66, "#C9B48C", "#7F9297")]
    boat = [person(t, 214, 660, 130, "#7FA3B8", "reach", "cone"), rowing(t, 230, 668, 250)]
    return [*sky(t), *far_hills(t, 400, 150), *bank, *grove, *sea(t, 418, "#A9C9C0", "#5E938F"), *hut, *near, *boat]


def _row(t: Tone, y: float, wide: float, deep: float, count: int, start: float) -> list[str]:
    parts = []
    for n in range(count):
        x = start + n * (wide + 12)
        parts.append(rect(x, y, wide, deep, t.tint("#3F7478"), stroke=t.tint("#C4A173"), stroke_width=9))
        net = "".join(f"M{x + wide * k / 5:.0f},{y}v{deep}" for k in range(1, 5)) + f"M{x},{y + deep / 2:.0f}h{wide}"
        parts.append(line(net, "#A5C4C2", 1.6, opacity="0.7"))
        parts += [circle(x + wide * (0.1 + 0.8 * k), y + deep + 6, 9, t.tint("#4B7FA0")) for k in (0, 1)]
        parts.append(line(f"M{x + wide * 0.3:.0f},{y + deep * 0.5:.0f}q8,-10 18,0m14,12q8,-10 18,0", "#D7E6E4", 4))
    return parts
