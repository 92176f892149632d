"""A seaside walk at night."""

from __future__ import annotations

from attached.svg.draw import path, polygon, rect

from .air import NIGHT, glow, karsts, sea, sky
from .marks import line
from .people import person
from .plants import palm
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the lamps, a family out walking, the water and a lit cable-stayed bridge."""
    stars = [rect(t.vary(0, 1200, "sx", n), t.vary(20, 280, "sy", n), 3, 3, "#F6F1D8") for n in range(26)]
    bridge = line("M0,424H1200M430,450V236M770,450V236", "#C9D3E4", 6) + line(
        "".join(
            f"M430,{244 + n * 16}L{430 - 44 * n - 40},424M430,{244 + n * 16}L{470 + 32 * n},424M770,{244 + n * 16}L{810 + 44 * n},424M770,{244 + n * 16}L{730 - 32 * n},424"
            for n in range(5)
        ),
        "#F6D89A",
        2,
    )
    walk = [
        path("M0,600Q600,560 1200,610V750H0Z", t.tint("#8B8494")),
        path("M0,600Q600,560 1200,610V622Q600,572 0,612Z", t.tint("#C4B8B0")),
    ]
    rail = line("M0,560Q600,520 1200,570", "#AEB6C6", 5) + line(
        "".join(f"M{x},{560 - 20 * (1 - abs(x - 600) / 600):.0f}v42" for x in range(20, 1200, 84)), "#AEB6C6", 4
    )
    lamps = [
        line(f"M{x},{y}V{y - 260}", "#4A5268", 7) + glow(x, y - 268, 74)
        for x, y in ((150, 630), (480, 612), (810, 616), (1120, 640))
    ]
    pools = [
        polygon([(x - 10, 640), (x + 10, 640), (x + 110, 690), (x - 110, 690)], "#FFE4A0", opacity="0.16")
        for x in (150, 480, 810, 1120)
    ]
    people = [
        person(t, x, y, high, shirt, "walk")
        for x, y, high, shirt in (
            (560, 700, 180, "#7FA3B8"),
            (624, 700, 104, "#F0C35A"),
            (690, 702, 172, "#D98F8F"),
            (270, 660, 150, "#B9C7CC"),
            (326, 662, 144, "#9DB59A"),
            (960, 668, 150, "#C98F6B"),
        )
    ]
    return [
        *sky(t, NIGHT),
        *stars,
        *karsts(t, 428, 150, t.tint("#2F3E5C"), "far", 5),
        bridge,
        *sea(t, 428, "#33486E", "#24365A"),
        rail,
        *walk,
        *pools,
        *lamps,
        palm(t, 60, 740, 430),
        palm(t, 1180, 745, 400),
        *people,
    ]
