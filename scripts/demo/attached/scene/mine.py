"""An open-cast coal mine from afar."""

from __future__ import annotations

from attached.svg.draw import circle, polygon, rect

from .air import far_hills, shadow, sky
from .marks import curve, group, line
from .plants import bush, tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the benches of the pit, trucks on the haul road, a guard post and its warning sign."""
    colours = ("#B5A68C", "#9C8E78", "#857A69", "#6C655A", "#504C47")
    benches = [
        curve(
            [
                (x, 380 + n * 46 + abs(x - 640 + n * 20) * (0.07 - n * 0.03) * -1 + t.vary(-9, 9, "bench", n, x))
                for x in range(-60, 1300, 110)
            ],
            750,
            t.tint(colour, 0.06),
        )
        for n, colour in enumerate(colours)
    ]
    tops = [
        line(f"M0,{398 + n * 46}Q600,{418 + n * 46} 1200,{396 + n * 46}", t.tint("#D9CBB0"), 3, opacity="0.4")
        for n in range(4)
    ]
    road = [polygon([(0, 630), (1200, 560), (1200, 600), (0, 690)], t.tint("#C9B48F"))]
    trucks = [_truck(t, x, y, s) for x, y, s in ((820, 606, 1), (470, 636, 1.15), (1000, 446, 0.5), (640, 492, 0.5))]
    front = [
        rect(0, 700, 1200, 50, t.tint("#93A873")),
        bush(t, 520, 720, 120),
        bush(t, 700, 726, 90),
        tree(t, 1120, 726, 260),
    ]
    post = [
        rect(120, 560, 150, 150, t.tint("#EAD9B0")),
        polygon([(100, 566), (195, 510), (290, 566)], t.tint("#B05C43")),
        rect(146, 596, 56, 44, t.tint("#7D9CA8")),
        rect(222, 610, 34, 100, t.tint("#6E5440")),
        rect(290, 640, 190, 10, "#D9564A"),
        *(rect(316 + n * 48, 640, 22, 10, WHITE) for n in range(4)),
        rect(284, 630, 14, 80, "#4C5356"),
    ]
    sign = [
        rect(886, 610, 8, 110, "#5E6B70"),
        polygon(
            [(890, 520), (946, 616), (834, 616)], "#F0C35A", stroke="#333A3D", stroke_width=8, stroke_linejoin="round"
        ),
        rect(885, 552, 10, 34, "#333A3D"),
        circle(890, 599, 6, "#333A3D"),
    ]
    return [*sky(t), *far_hills(t, 370, 130), *benches, *tops, *trucks[2:], *road, *trucks[:2], *front, *post, *sign]


def _truck(t: Tone, x: float, y: float, size: float) -> str:
    yellow = t.tint("#E0A63F", 0.05)
    parts = [
        polygon([(-84, -82), (36, -74), (52, -36), (-66, -30)], yellow), polygon([(-78, -82), (-40, -104), (0, -100), (30, -76)], "#2E2D2C"),
        rect(34, -72, 44, 44, yellow, rx=5), rect(48, -66, 24, 20, t.tint("#7D9CA8")), rect(-66, -34, 146, 12, "#4C5356"), *(circle(a, -20, 22, "#333A3D") + circle(a, -20, 9, "#AEB6B8") for a in (-42, 52)),
    ]  # fmt: skip
    return shadow(x, y, 90 * size, 7 * size) + group(parts, x, y, size)
