"""A new concrete road between village houses."""

from __future__ import annotations

from attached.svg.draw import circle, path, polygon, rect

from .air import far_hills, shadow, sky
from .houses import cottage
from .marks import group, line
from .people import upper
from .plants import hedge, palm, tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the road, houses and areca palms on both sides, and somebody on a bicycle."""
    ground = [rect(0, 440, 1200, 310, t.tint("#9DB97C"))]
    road = [
        polygon([(574, 440), (626, 440), (960, 750), (240, 750)], t.tint("#D9D6CC", 0.05)),
        polygon([(574, 440), (240, 750), (196, 750), (568, 440)], t.tint("#B7B3A4")),
        polygon([(626, 440), (960, 750), (1004, 750), (632, 440)], t.tint("#B7B3A4")),
        *(
            polygon([(600 - w, y), (600 + w, y), (600 + w, y + 2), (600 - w, y + 2)], t.tint("#B7B3A4"))
            for y, w in ((470, 56), (510, 96), (570, 158), (660, 252))
        ),
    ]
    houses = [
        cottage(t, 380, 470, 130, 52),
        cottage(t, 690, 472, 140, 54, "#D9E0D4"),
        cottage(t, 110, 540, 280, 112, "#EAD49C"),
        cottage(t, 830, 548, 300, 118),
    ]
    palms = [
        palm(t, x, y, high)
        for x, y, high in (
            (530, 470, 120),
            (666, 474, 130),
            (466, 510, 190),
            (740, 520, 220),
            (330, 590, 320),
            (884, 610, 350),
        )
    ]
    walls = [*hedge(t, 620, -30, 300, 90), *hedge(t, 640, 930, 1240, 90)]
    return [
        *sky(t),
        *far_hills(t),
        *ground,
        tree(t, 60, 520, 260),
        tree(t, 1150, 520, 280),
        *houses,
        *road,
        *palms,
        *walls,
        *_rider(t),
    ]


def _rider(t: Tone) -> list[str]:
    wheels = [circle(a, -24, 22, "none", stroke="#3B4347", stroke_width=5) for a in (-38, 38)]
    frame = line("M-38,-24L-10,-62H24L38,-24M-10,-62L0,-24H-38M24,-62L18,-82H34", t.palette.brand, 6)
    legs = path("M-18,-86L4,-56L-2,-28L8,-28L18,-62L0,-92Z", t.tint("#4C5661"))
    rider = group(upper(t, WHITE, "reach", "cone"), -8, -42)
    return [shadow(560, 668, 90), group([*wheels, frame, legs, rider], 560, 668, 1.2)]
