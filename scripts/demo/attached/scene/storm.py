"""Ships behind a breakwater in heavy rain."""

from __future__ import annotations

from attached.svg.draw import path, rect

from .air import STORM, cloud, hills, rain, sky, waves
from .boats import fishing
from .marks import wash
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the dark sky, the swell against the breakwater, a rescue ship and fishing boats."""
    clouds = [cloud(t.vary(-60, 1000, "c", n), 110 + n * 34, 3.4, t.tint("#6F7F88")) for n in range(4)]
    water = [wash("sea", t.tint("#7D9BA0"), t.tint("#4A6F78", 0.2), 420, 330)]
    boats = [
        fishing(t, 250, 520, 230, t.tint("#4F7C93")),
        fishing(t, 980, 506, 200, t.tint("#5E8F6E"), True),
        fishing(t, 600, 552, 400, "#D9743A"),
    ]
    wall = [
        path("M0,640Q200,610 420,626T860,620T1200,632V750H0Z", t.tint("#8A8F8C")),
        *(path(f"M{x},{y}l26,-22l34,4l16,24l-20,26l-44,-4Z", t.tint("#A9ADA8" if (x + y) % 3 else "#747A79")) for x, y in ((20, 668), (120, 650), (216, 676), (316, 656), (420, 672), (520, 650), (622, 672), (720, 656), (824, 670), (924, 652), (1024, 672), (1120, 656), (70, 716), (270, 720), (470, 716), (670, 720), (870, 716), (1070, 720))),
    ]  # fmt: skip
    spray = [
        path(f"M{x},640q10,-{high} 40,-{high + 10}q-10,26 4,36q14,-26 36,-26q-20,30 -10,60z", WHITE, opacity="0.75")
        for x, high in ((110, 90), (420, 60), (830, 110), (1060, 70))
    ]
    swell = [waves(470 + n * 44, WHITE if n % 2 else t.tint("#A9C3C6"), 120 + n * 26, 4 + n) for n in range(4)]
    lamp = [rect(1096, 470, 28, 170, "#C9564A"), rect(1096, 520, 28, 34, WHITE), rect(1090, 452, 40, 22, "#F0C35A")]
    return [
        *sky(t, STORM),
        *clouds,
        hills(t, 420, 120, t.tint("#8297A0"), "far"),
        *water,
        *swell[:2],
        *boats[:2],
        *swell[2:],
        boats[2],
        *lamp,
        *spray,
        *wall,
        rain(t),
    ]
