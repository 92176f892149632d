"""A meeting room: a table in U form with a screen, or a long table laid for tea."""

from __future__ import annotations

from attached.svg.draw import circle, ellipse, polygon, rect

from .marks import stamp, use
from .people import bust, person, sitting
from .plants import pot
from .room import room, screen, window
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw the room that the words describe."""
    return _tea(t) if t.says("ấm chén") else _council(t)


def _council(t: Tone) -> list[str]:
    wood = t.tint(WOOD)
    across = [rect(390, 458, 420, 14, wood), rect(396, 472, 408, 60, t.tint("#C9A574"))]
    sides = [
        polygon([(390, 462), (430, 462), (300, 750), (170, 750)], wood),
        polygon([(810, 462), (770, 462), (900, 750), (1030, 750)], wood),
        polygon([(430, 462), (444, 500), (330, 750), (300, 750)], t.tint("#6E5036")),
        polygon([(770, 462), (756, 500), (870, 750), (900, 750)], t.tint("#6E5036")),
    ]
    heads = [person(t, 456 + n * 96, 590, 210, ("#E9EDEC", "#C9D3D8")[n % 2]) for n in range(4)]
    left = [sitting(t, 330 - n * 72, 610 + n * 70, 220 + n * 50, ("#E9EDEC", "#B9C7CC")[n % 2]) for n in range(3)]
    right = [
        sitting(t, 870 + n * 72, 610 + n * 70, 220 + n * 50, ("#DDE3E2", "#C9B9A8")[n % 2], flip=True) for n in range(3)
    ]
    papers = [
        polygon([(x, y), (x + 26, y), (x + 22, y + 16), (x - 8, y + 16)], WHITE)
        for x, y in ((380, 500), (346, 570), (300, 656), (800, 500), (836, 570), (884, 656))
    ]
    return [
        *room(t, 500),
        screen(t, 430, 80, 340, 210),
        window(t, 90, 100, 200, 230),
        window(t, 910, 100, 200, 230),
        *heads,
        *across,
        *left,
        *right,
        *sides,
        *papers,
        pot(t, 600, 640, 150, "#E9C46A"),
    ]


def _tea(t: Tone) -> list[str]:
    cloth = [
        polygon([(420, 470), (780, 470), (960, 690), (240, 690)], t.tint("#F3EFE4")),
        rect(240, 690, 720, 60, t.tint("#D9D2C2")),
    ]
    cups = [
        ellipse(x, y, r, r * 0.5, WHITE, stroke=t.tint("#6FA3A8", 0.4), stroke_width=3)
        for y, r, xs in (
            (500, 9, (450, 520, 680, 750)),
            (560, 12, (408, 490, 700, 790)),
            (640, 16, (340, 450, 740, 860)),
        )
        for x in xs
    ]
    teapots = [
        part
        for x, y, r in ((560, 520, 17), (640, 600, 24))
        for part in (
            circle(x, y, r, t.tint("#4F7C93")),
            rect(x - r * 1.7, y - r * 0.4, r, r * 0.3, t.tint("#4F7C93")),
            circle(x, y - r, r * 0.25, t.tint("#3F6579")),
        )
    ]
    grey = ("#D9D9D6", "#BDBDB9", "#E4E4E1")
    left = [
        sitting(t, 330 - n * 76, 590 + n * 66, 230 + n * 54, ("#7B8A72", "#8FA3AE", "#A3947B")[n], hair=grey[n])
        for n in range(3)
    ]
    right = [
        sitting(
            t, 870 + n * 76, 590 + n * 66, 230 + n * 54, ("#8C7F9E", "#7B8A72", "#9DB0A8")[n], flip=True, hair=grey[n]
        )
        for n in range(3)
    ]
    front = [
        stamp("bust", bust(hair="#CFCFCB")),
        use("bust", 470, 700, 1.8, "#7B8A72"),
        use("bust", 730, 704, 1.8, "#A3947B"),
    ]
    flowers = pot(t, 600, 500, 110, "#E58FA3")
    return [
        *room(t, 480),
        *(window(t, x, 90, 190, 230) for x in (130, 505, 880)),
        pot(t, 420, 470, 150, "#D9644A"),
        pot(t, 790, 470, 150, "#E9C46A"),
        *left,
        *right,
        *cloth,
        *cups,
        *teapots,
        flowers,
        *front,
    ]
