"""A school yard: book stalls under trees, or pupils drawn up before the mountains."""

from __future__ import annotations

from attached.svg.draw import ellipse, polygon, rect

from .air import far_hills, hills, shadow, sky
from .houses import school
from .people import person
from .plants import tree
from .tone import WHITE, WOOD, Tone

BOOKS = ("#B5483F", "#3F6F8F", "#D8A93F", "#5E8F5A", "#7A5A8C")


def draw(t: Tone) -> list[str]:
    """Draw the yard that the words describe."""
    if t.says("vùng cao"):
        return _highland(t)
    ground = [rect(0, 500, 1200, 250, t.tint("#DBCDB0"))]
    stalls = [part for n in range(3) for part in _stall(t, 90 + n * 380, 640, n)]
    pupils = [
        person(t, x, y, 104, WHITE, "back", trousers="#33507A")
        for x, y in ((150, 716), (214, 722), (520, 718), (590, 724), (650, 716), (900, 722), (966, 716), (1060, 724))
    ]
    reader = [
        person(t, 408, 690, 104, WHITE, "reach", trousers="#33507A"),
        person(t, 800, 694, 104, WHITE, "reach", trousers="#33507A", flip=True),
    ]
    return [
        *sky(t),
        *far_hills(t),
        *ground,
        school(t, 190, 512, 10, 2),
        tree(t, 90, 540, 360),
        tree(t, 1120, 545, 390),
        *stalls,
        *reader,
        *pupils,
    ]


def _stall(t: Tone, x: float, y: float, key: int) -> list[str]:
    awning = (t.palette.brand, t.tint("#D8A93F"), t.tint("#5E8F5A"))[key]
    stripes = [
        polygon(
            [
                (x - 16 + n * 42, y - 170),
                (x + 5 + n * 42, y - 170),
                (x + 5 + n * 42, y - 128),
                (x - 16 + n * 42, y - 128),
            ],
            WHITE,
            opacity="0.6",
        )
        for n in range(7)
    ]
    books = [
        rect(x + 12 + n * 21, y - 88 - (n * 7 + key) % 13, 16, 30 + (n * 7 + key) % 13, BOOKS[(n + key) % 5])
        for n in range(11)
    ]
    flat = [rect(x + 10 + n * 62, y - 52, 46, 9, BOOKS[(n + key + 2) % 5]) for n in range(4)]
    return [
        shadow(x + 125, y + 4, 150), rect(x - 6, y - 160, 8, 160, t.tint(WOOD)), rect(x + 250, y - 160, 8, 160, t.tint(WOOD)),
        rect(x - 22, y - 172, 298, 46, awning), *stripes, *books, rect(x, y - 58, 252, 8, t.tint(WOOD)), *flat,
        rect(x, y - 44, 252, 44, t.tint("#C9A574")),
    ]  # fmt: skip


def _highland(t: Tone) -> list[str]:
    peaks = [
        hills(t, 420, 300, t.tint("#B4C4C9", 0.12), "peak", 170),
        hills(t, 450, 210, t.tint("#86A68E", 0.14), "slope", 230),
        hills(t, 490, 90, t.tint("#6B9A68"), "foot", 300),
    ]
    ground = [rect(0, 508, 1200, 242, t.tint("#D6C29B"))]
    tops = ("#3E4F8C", WHITE, "#8C3E55", WHITE, "#2F6E6A")
    pupils = [
        person(t, x + row * 14, 600 + row * 58, 96 + row * 14, tops[(n + row) % 5], "back", trousers="#2F3A52")
        for row in range(3)
        for n, x in enumerate((90, 200, 310, 420, 750, 860, 970, 1080))
    ]
    return [
        *sky(t),
        *peaks,
        *ground,
        school(t, 300, 528, 7, 1, "#EBDDBE", 86),
        tree(t, 180, 528, 210),
        tree(t, 1040, 528, 240),
        *pupils[:8],
        *_drum(t),
        *pupils[8:],
    ]


def _drum(t: Tone) -> list[str]:
    return [
        shadow(610, 676, 80), rect(556, 610, 10, 66, t.tint(WOOD)), rect(654, 610, 10, 66, t.tint(WOOD)),
        rect(552, 560, 116, 86, t.tint("#A8433A"), rx=26), ellipse(610, 562, 50, 15, "#EFE1C2"), rect(552, 596, 116, 6, "#D8A93F"),
        person(t, 706, 668, 132, "#E9EDEC", "reach", flip=True),
    ]  # fmt: skip
