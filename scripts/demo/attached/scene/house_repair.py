"""A small house whose roof is being tiled anew."""

from __future__ import annotations

from attached.svg.draw import polygon, rect

from .air import far_hills, shadow, sky
from .houses import cottage, street
from .marks import group, line
from .people import person, upper
from .plants import palm, tree
from .tone import TILE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw the house, its bare rafters on one side, the scaffold and the heap of bricks."""
    ground = [rect(0, 520, 1200, 230, t.tint("#D8C6A3")), rect(0, 512, 1200, 14, t.tint("#8DA873"))]
    rafters = [
        polygon([(640, 262), (826, 262), (930, 402), (700, 402)], t.tint("#E4D3AE")),
        line(
            "M660,262L724,398M706,262L778,398M752,262L836,398M798,262L892,398M650,300H852M670,350H888", t.tint(WOOD), 7
        ),
    ]
    scaffold = line(
        "M690,610V330M780,610V330M870,610V330M960,610V330M670,420H980M670,520H980M690,610L780,520M870,610L960,520",
        t.tint("#8F7A4E"),
        8,
    )
    roofer = [
        group(upper(t, "#7FA3B8", "reach", "#F0C35A"), 600, 372, 1.35),
        person(t, 830, 420, 140, "#E39A3B", "reach", "#F0C35A", flip=True),
    ]
    bricks = [
        rect(
            150 + n % 7 * 46 + (n // 7 % 2) * 14, 690 - n // 7 * 24, 42, 20, t.tint(TILE if n % 3 else "#C2704F", 0.05)
        )
        for n in range(26)
    ]
    mason = person(t, 560, 712, 220, "#C98F6B", "bend", "cone", flip=True)
    return [
        *sky(t),
        *far_hills(t),
        *ground,
        *street(t, 520, -30, 200, 70),
        tree(t, 1110, 530, 330),
        palm(t, 250, 540, 340),
        cottage(t, 340, 600, 560, 210, "#EADCBC"),
        *rafters,
        scaffold,
        *roofer,
        shadow(320, 712, 200, 9),
        *bricks,
        mason,
    ]
