"""A commune health station seen from its yard."""

from __future__ import annotations

from attached.svg.draw import rect

from .air import far_hills, hills, sky
from .houses import cottage
from .marks import line
from .people import person
from .plants import hedge, pot, tree
from .tone import TILE, WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the station: with a queue on its porch, or at the foot of tea hills with a family on the path."""
    tea = t.says("đồi chè")
    yard = [
        rect(0, 520, 1200, 230, t.tint("#D9CDB4" if not tea else "#A9BF86")),
        rect(0, 514, 1200, 14, t.tint("#8DA873")),
    ]
    back = _tea_hills(t) if tea else [tree(t, 90, 526, 260), tree(t, 1120, 526, 300), tree(t, 1010, 526, 200)]
    station = [
        cottage(t, 250, 548, 700, 176, "#F1EBDC", TILE),
        rect(235, 396, 730, 16, t.tint(WHITE, 0.1)),
        *_porch(t),
        _sign(t),
    ]
    if tea:
        way = [f'<path d="M560,560H640Q660,640 800,750H470Q560,650 560,560Z" fill="{t.tint("#D9CDB4")}"/>']
        family = [
            person(t, 560, 690, 150, "#7FA3B8", "back"),
            person(t, 622, 690, 96, "#D8C27A", "back"),
            person(t, 680, 694, 142, "#B5898C", "back"),
        ]
        return [
            *sky(t),
            *back,
            *yard,
            *station,
            *way,
            *hedge(t, 740, -30, 430, 110),
            *hedge(t, 745, 840, 1240, 110),
            *family,
        ]
    queue = [person(t, 330 + n * 78, 586 + (n % 2) * 10, 134, pose="stand", flip=n % 2 == 1) for n in range(7)]
    return [*sky(t), *far_hills(t), *yard, *back, *station, pot(t, 262, 566, 70), pot(t, 944, 566, 70), *queue]


def _porch(t: Tone) -> list[str]:
    return [rect(244 + n * 140, 408, 12, 146, t.tint(WHITE, 0.1)) for n in range(6)] + [
        rect(226, 546, 748, 14, t.tint("#BDB7A8"))
    ]


def _sign(t: Tone) -> str:
    """A plain green cross of a pharmacy: the red one is protected."""
    return rect(570, 306, 60, 60, WHITE, rx=8) + line("M600,318V354M582,336H618", t.tint("#3F8F63"), 13)


def _tea_hills(t: Tone) -> list[str]:
    parts = [hills(t, 420, 240, t.tint("#A9C2B4", 0.2), "far"), hills(t, 460, 180, t.tint("#7FA868"), "tea", 260)]
    rows = "".join(
        f"M-20,{470 + n * 17}q{t.vary(160, 240, 'bend', n):.0f},{-46 - n * 3} 400,-6t420,-4t440,4" for n in range(-1, 5)
    )
    return [*parts, line(rows, t.tint("#5B8A4F"), 9, opacity="0.8"), tree(t, 120, 526, 210), tree(t, 1090, 526, 240)]
