"""Young people who clean a beach."""

from __future__ import annotations

from attached.svg.draw import ellipse, path, rect

from .air import karsts, sea, shadow, sky
from .marks import group
from .people import person
from .plants import palm
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the islands, the sand, those who pick up rubbish, and the heap of sacks."""
    sand = [
        path("M0,560Q360,500 700,540T1200,520V750H0Z", WHITE, opacity="0.8"),
        path("M0,572Q360,512 700,552T1200,532V750H0Z", t.tint("#EBD9AE", 0.05)),
    ]
    blue = t.tint("#3F6FA8", 0.2)
    people = [
        person(t, x, y, high, blue, pose, "cone" if n % 3 == 2 else "", flip=n % 2 == 1)
        for n, (x, y, high, pose) in enumerate(
            (
                (150, 610, 120, "bend"),
                (330, 600, 116, "walk"),
                (480, 650, 150, "bend"),
                (620, 610, 124, "reach"),
                (1090, 604, 120, "bend"),
                (250, 720, 180, "reach"),
            )
        )
    ]
    sacks = [
        _sack(t, x, y, size)
        for x, y, size in (
            (850, 650, 1),
            (910, 654, 1.1),
            (970, 650, 1),
            (880, 610, 0.95),
            (938, 612, 0.95),
            (314, 724, 0.9),
        )
    ]
    litter = [
        rect(t.vary(380, 1100, "litter", n), t.vary(620, 730, "ly", n), 14, 6, ("#C98F6B", WHITE, "#6FA3A8")[n % 3])
        for n in range(9)
    ]
    return [
        *sky(t), *karsts(t, 424, 150, t.tint("#A9BFC4", 0.14), "far", 6), *sea(t, 420), *karsts(t, 448, 190, t.tint("#7E9F93", 0.16), "near", 3),
        *sand, *litter, *people[:5], *sacks, people[5], palm(t, 1120, 740, 420), palm(t, 1180, 750, 360),
    ]  # fmt: skip


def _sack(t: Tone, x: float, y: float, size: float) -> str:
    cloth = t.tint("#5E8F6E")
    return shadow(x, y, 34 * size, 6) + group(
        [
            path("M-30,0Q-36,-40 -8,-52L-12,-66H12L8,-52Q36,-40 30,0Z", cloth),
            ellipse(-10, -24, 7, 16, WHITE, opacity="0.25"),
        ],
        x,
        y,
        size,
    )
