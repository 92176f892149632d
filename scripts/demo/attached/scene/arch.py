"""A welcome arch on a parade ground and buses in a row."""

from __future__ import annotations

from attached.svg.draw import circle, rect

from .air import far_hills, shadow, sky
from .marks import group, line
from .people import person
from .plants import tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the arch, three buses behind it and people who see somebody off."""
    ground = [rect(0, 500, 1200, 250, t.tint("#D9CDB4")), rect(0, 500, 1200, 26, t.tint("#A9B58C"))]
    trees = [tree(t, 40 + n * 160, 508, t.vary(190, 250, "tree", n)) for n in range(8)]
    buses = [_bus(t, 250 + n * 350, 560 + n * 8) for n in range(3)]
    people = [
        person(t, x, y, 118, pose=pose)
        for x, y, pose in (
            (150, 640, "back"),
            (206, 650, "back"),
            (960, 646, "back"),
            (1018, 640, "back"),
            (1080, 655, "back"),
        )
    ]
    marching = [
        person(t, 490 + n * 62, 650 + (n % 2) * 18, 112, "#6B7F52", "back", "#5C6E46", trousers="#5C6E46")
        for n in range(4)
    ]
    return [*sky(t), *far_hills(t), *ground, *trees, *buses, *_arch(t), *marching, *people]


def _arch(t: Tone) -> list[str]:
    posts = [rect(x, 300, 44, 390, t.tint("#E9DFC9")) for x in (318, 838)]
    span = [rect(296, 262, 608, 64, t.palette.brand, rx=8), rect(312, 278, 576, 32, t.tint("#FFFFFF", 0.15), rx=4)]
    blooms = [circle(306 + n * 45.4, 256, 13, ("#D9644A", "#E9C46A", "#F1F1E8")[n % 3]) for n in range(14)]
    sides = [
        circle(x, 350 + n * 40, 11, ("#D9644A", "#E9C46A", "#F1F1E8")[n % 3]) for x in (340, 860) for n in range(8)
    ]
    return [shadow(340, 692, 46), shadow(860, 692, 46), *posts, *span, *blooms, *sides]


def _bus(t: Tone, x: float, y: float) -> str:
    glass = t.tint("#7D9CA8")
    panes = [rect(-118 + n * 44, -86, 38, 34, glass) for n in range(5)]
    wheels = [circle(a, -6, 17, "#333A3D") + circle(a, -6, 7, "#AEB6B8") for a in (-80, 80)]
    body = [
        rect(-130, -100, 268, 96, WHITE, rx=14),
        rect(-130, -44, 268, 18, t.palette.brand),
        rect(108, -86, 30, 44, glass),
    ]
    return shadow(x, y + 10, 150, 10) + group(
        [*body, *panes, *wheels, line("M-60,-104H70", t.tint("#9AA6AB"), 5)], x, y, 1
    )
