"""An examination table at a health station."""

from __future__ import annotations

from attached.svg.draw import circle, rect

from .marks import line
from .people import person, sitting
from .room import room, table, window
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw a medical worker who measures an old person's blood pressure."""
    gauge = [
        rect(566, 524, 60, 44, t.tint("#5E7C8B"), rx=6),
        rect(574, 532, 44, 18, "#DCEBE4"),
        line("M566,560Q520,580 500,540", "#46525A", 5),
    ]
    worker = sitting(t, 800, 730, 350, WHITE, flip=True)
    old = sitting(t, 400, 730, 340, "#8C7F9E", hair="#D9D9D6")
    wait = [person(t, 1080, 610, 230, "#9DB59A", hair="#D9D9D6"), person(t, 1150, 616, 226, "#C98F6B", hair="#CFCFCB")]
    return [
        *room(t),
        window(t, 440, 110, 260, 250),
        *_cupboard(t),
        *_scale(t),
        *wait,
        old,
        worker,
        table(t, 500, 730, 210, 160),
        *gauge,
    ]


def _cupboard(t: Tone) -> list[str]:
    bottles = [
        rect(100 + (n % 5) * 40, 206 + n // 5 * 90, 22, 44, ("#B7D3D6", "#E3C79A", "#D6DDE0", "#C9A5A0")[n % 4], rx=4)
        for n in range(10)
    ]
    return [
        rect(76, 150, 230, 370, t.tint(WHITE, 0.12)),
        rect(90, 170, 202, 180, t.tint("#C5D6DA")),
        *bottles,
        rect(90, 250, 202, 6, t.tint(WHITE, 0.12)),
        rect(90, 366, 96, 140, t.tint("#DDE3E2")),
        rect(196, 366, 96, 140, t.tint("#DDE3E2")),
        circle(180, 440, 5, t.tint(WOOD)),
        circle(202, 440, 5, t.tint(WOOD)),
    ]


def _scale(t: Tone) -> list[str]:
    return [
        rect(880, 540, 100, 20, t.tint("#5E6B70"), rx=5),
        rect(966, 260, 10, 284, t.tint("#9AA6AB")),
        rect(914, 264, 60, 8, t.tint("#9AA6AB")),
        circle(971, 330, 30, WHITE, stroke=t.tint("#9AA6AB"), stroke_width=6),
        line("M971,330L984,312", t.palette.brand, 4),
    ]
