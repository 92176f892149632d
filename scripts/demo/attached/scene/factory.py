"""An industrial park with vacant lots."""

from __future__ import annotations

from attached.palette import mix
from attached.svg.draw import polygon, rect

from .air import far_hills, sky
from .marks import line
from .people import person
from .plants import hedge, tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw saw-tooth halls, the road between the lots, and the lot that waits with its visitors."""
    ground = [rect(0, 470, 1200, 280, t.tint("#B5C48E"))]
    halls = [*_hall(t, 40, 490, 5, 92, "#DCE3E6"), *_hall(t, 620, 490, 6, 88, "#E6E0D0")]
    road = [
        polygon([(0, 500), (1200, 500), (1200, 530), (0, 530)], t.tint("#A7AAA8")),
        polygon([(470, 530), (560, 530), (520, 750), (180, 750)], t.tint("#A7AAA8")),
        *(
            polygon(
                [
                    (516 - n * 32, 550 + n * 54),
                    (522 - n * 32, 550 + n * 54),
                    (504 - n * 34, 582 + n * 54),
                    (494 - n * 34, 582 + n * 54),
                ],
                WHITE,
            )
            for n in range(4)
        ),
    ]
    lot = [
        polygon([(620, 556), (1150, 556), (1230, 750), (600, 750)], t.tint("#D3BE92")),
        line("M620,556H1150M600,700H1200", t.tint("#B79F70"), 4),
        *(rect(x, y - 44, 7, 44, "#D9564A") for x, y in ((620, 560), (1140, 560), (606, 700), (880, 556))),
    ]
    visitors = [
        person(
            t,
            760 + n * 62,
            700 - (n % 2) * 14,
            150,
            ("#E9EDEC", "#4F5E6E", "#E9EDEC", "#5E6B70")[n],
            ("back", "reach", "back", "stand")[n],
            "#F4F6F6",
        )
        for n in range(4)
    ]
    lamps = [line(f"M{x},530V410H{x + 34}", "#7C8486", 6) for x in (100, 340, 590, 840, 1090)]
    return [
        *sky(t),
        *far_hills(t),
        *ground,
        *halls,
        *road,
        *lot,
        *lamps,
        *hedge(t, 560, -20, 430, 70),
        tree(t, 90, 690, 210),
        *visitors,
    ]


def _hall(t: Tone, x: float, y: float, teeth: int, step: float, wall: str) -> list[str]:
    wall = t.tint(wall, 0.08)
    parts = [rect(x, y - 130, teeth * step, 130, wall)]
    for n in range(teeth):
        left = x + n * step
        parts.append(polygon([(left, y - 130), (left, y - 182), (left + step, y - 130)], mix(wall, "#4C5661", 0.82)))
        parts.append(
            polygon([(left, y - 134), (left, y - 176), (left + 12, y - 170), (left + 12, y - 134)], t.tint("#7D9CA8"))
        )
        parts.append(rect(left + 16, y - 88, step - 32, 26, t.tint("#9DB7C0")))
    return [
        *parts,
        rect(x, y - 118, teeth * step, 12, t.palette.brand),
        rect(x + step, y - 54, step * 0.8, 54, t.tint("#7C8A8E")),
        rect(x + step * 3, y - 54, step * 0.8, 54, t.tint("#7C8A8E")),
    ]
