"""A coastal road under construction."""

from __future__ import annotations

from attached.svg.draw import circle, path, polygon, rect

from .air import karsts, sea, shadow, sky
from .marks import group, line
from .people import person
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the road bed, an excavator, a tipper and the bay."""
    land = [
        path("M0,500Q260,470 480,520Q760,580 1200,560V750H0Z", t.tint("#C9A877")),
        path("M0,540Q420,520 760,640T1200,750H500Q300,640 0,640Z", t.tint("#E0CBA0")),
    ]
    edge = line("M0,500Q260,470 480,520Q760,580 1200,560", t.tint("#8FA873"), 14)
    stakes = [
        rect(x, y - 60, 7, 60, "#D9564A" if n % 2 else "#F4F1E4")
        for n, (x, y) in enumerate(((60, 560), (200, 556), (340, 566), (480, 592), (620, 630)))
    ]
    people = [
        person(t, 620, 700, 130, "#E39A3B", "reach", "#F0C35A"),
        person(t, 690, 706, 130, "#E39A3B", hat="#F0C35A"),
    ]
    return [
        *sky(t),
        *karsts(t, 434, 170, t.tint("#A9BFC4", 0.14), "far", 7),
        *sea(t, 430),
        *karsts(t, 462, 210, t.tint("#7E9F93", 0.16), "near", 2),
        *land,
        edge,
        *stakes,
        _truck(t, 950, 640),
        _digger(t, 290, 690),
        *people,
    ]


def _digger(t: Tone, x: float, y: float) -> str:
    yellow = "#E3A83B"
    parts = [
        rect(-80, -34, 160, 34, "#3F474A", rx=17), *(circle(-60 + n * 40, -17, 10, "#7C8486") for n in range(4)),
        rect(-70, -84, 130, 50, yellow, rx=6), rect(-20, -136, 66, 56, yellow, rx=6), rect(-6, -128, 42, 36, t.tint("#7D9CA8")),
        line("M48,-80L120,-166L190,-120L182,-50", yellow, 18), polygon([(160, -56), (206, -56), (198, -12), (166, -20)], "#4C5356"),
    ]  # fmt: skip
    return shadow(x, y, 170, 10) + group(parts, x, y, 1.25)


def _truck(t: Tone, x: float, y: float) -> str:
    red = t.tint("#C2553F", 0.1)
    parts = [
        polygon([(-110, -96), (50, -96), (40, -34), (-96, -34)], red), polygon([(-104, -96), (-60, -122), (-10, -116), (40, -96)], t.tint("#A88A5E")),
        rect(56, -90, 56, 62, red, rx=6), rect(74, -82, 34, 28, t.tint("#7D9CA8")), rect(-106, -36, 220, 12, "#4C5356"),
        *(circle(a, -16, 18, "#333A3D") + circle(a, -16, 7, "#AEB6B8") for a in (-76, -34, 80)),
    ]  # fmt: skip
    return shadow(x, y, 140, 9) + group(parts, x, y, 1)
