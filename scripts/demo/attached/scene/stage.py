"""An open-air stage at night."""

from __future__ import annotations

from attached.svg.draw import ellipse, polygon, rect

from .air import NIGHT, glow, hills, sky
from .marks import stamp, use
from .people import bust, person
from .plants import tree
from .tone import WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw the dancers in the light and the heads of those who watch."""
    beams = [
        polygon([(x, 130), (x + 12, 130), (x + 130 - lean, 470), (x - 70 - lean, 470)], "#FFE9B0", opacity="0.2")
        for x, lean in ((330, -90), (520, -20), (700, 60), (860, 130))
    ]
    dresses = ("#D95F6A", "#F0C35A", "#E7EAF2", "#6FB0A6")
    dancers = [person(t, 356 + n * 98, 476 + (n % 2) * 10, 168, dresses[n % 4], "dress") for n in range(6)]
    heads = [
        use(
            "bust",
            20 + n * 92 + (k % 2) * 46,
            610 + k * 74,
            1.15 + k * 0.3,
            t.tint(("#3B4664", "#4A4460", "#35505C")[(n + k) % 3]),
        )
        for k in (0, 1)
        for n in range(14)
    ]
    ground = [rect(0, 500, 1200, 250, t.tint("#2C3448"))]
    trees = [tree(t, x, 512, high, "#2F4B45") for x, high in ((70, 330), (1130, 350))]
    return [
        stamp("bust", bust(hair="#1F2230")),
        *sky(t, NIGHT),
        hills(t, 470, 160, t.tint("#2B3856"), "night"),
        *ground,
        *trees,
        *_frame(t),
        *beams,
        *dancers,
        *heads,
    ]


def _frame(t: Tone) -> list[str]:
    poles = [rect(x, 110, 12, 400, "#7C8798") for x in (214, 974)]
    lamps = [glow(320 + n * 186, 132, 56) for n in range(4)]
    bunting = [
        polygon(
            [(230 + n * 44, 150), (262 + n * 44, 150), (246 + n * 44, 182)], ("#D95F6A", "#F0C35A", "#6FB0A6")[n % 3]
        )
        for n in range(17)
    ]
    back = [rect(226, 150, 748, 330, t.tint("#4A5578", 0.3)), ellipse(600, 476, 360, 30, "#FFE9B0", opacity="0.25")]
    return [
        *back,
        *poles,
        rect(200, 104, 800, 14, "#7C8798"),
        *bunting,
        *lamps,
        rect(190, 480, 820, 50, t.tint(WOOD)),
        rect(190, 476, 820, 10, t.tint("#C9A574")),
    ]
