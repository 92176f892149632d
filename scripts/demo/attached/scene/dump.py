"""A terraced mine dump behind a neighbourhood."""

from __future__ import annotations

from attached.svg.draw import polygon, rect

from .air import far_hills, sky
from .houses import cottage, school
from .marks import curve, line
from .people import person
from .plants import hedge, tree
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the dump in terraces, the houses at its foot, and those who walk to the school."""
    terraces = [
        curve(
            [
                (-40, 520),
                (60 + n * 90, 520 - 4),
                (190 + n * 70, 250 + n * 70),
                (620 - n * 10, 232 + n * 70),
                (900 + n * 20, 300 + n * 62),
                (1010 + n * 40, 520),
                (1240, 520),
            ],
            540,
            t.tint(colour, 0.08),
        )
        for n, colour in enumerate(("#A59B8A", "#93897A", "#7F776A"))
    ]
    gullies = line(
        "M340,330l-30,60M480,300l-14,80M640,300l10,90M780,340l40,80M420,440l-16,50M720,440l20,60",
        t.tint("#6B655B"),
        5,
        opacity="0.6",
    )
    green = hedge(t, 520, -20, 1240, 110)
    ground = [rect(0, 510, 1200, 240, t.tint("#C3BE9A"))]
    houses = [
        cottage(t, 40, 590, 200, 84),
        cottage(t, 300, 572, 170, 70, "#DCE3DF"),
        cottage(t, 520, 566, 150, 62, "#EAD49C"),
    ]
    road = polygon([(0, 650), (830, 600), (1200, 600), (1200, 720), (0, 750)], t.tint("#DAD2C0"))
    people = [
        person(t, x, y, high, pose="walk", hat="cone" if n % 4 == 1 else "")
        for n, (x, y, high) in enumerate(
            (
                (90, 726, 150),
                (170, 722, 148),
                (226, 724, 96),
                (330, 712, 142),
                (420, 706, 138),
                (476, 706, 88),
                (580, 696, 132),
                (660, 690, 128),
            )
        )
    ]
    guide = person(t, 770, 706, 140, "#6F8F5E", "reach", "#F0C35A")
    return [
        *sky(t),
        *far_hills(t, 400, 150),
        *terraces,
        gullies,
        *ground,
        *green,
        *houses,
        school(t, 812, 606, 5, 2, "#EBD9A6", 70),
        tree(t, 772, 596, 190),
        road,
        *people,
        guide,
    ]
