"""People who clear a street drain."""

from __future__ import annotations

from attached.svg.draw import ellipse, path, polygon, rect

from .air import sky
from .houses import street
from .marks import line
from .people import person
from .plants import tree
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the open drain along a street of houses, those who dig, and the mud in heaps and barrows."""
    ground = [
        rect(0, 520, 1200, 80, t.tint("#CFC8B8")),
        rect(0, 600, 1200, 44, t.tint("#5E5F58")),
        rect(0, 600, 1200, 8, t.tint("#8C8878")),
        rect(0, 640, 1200, 110, t.tint("#A7AAA8")),
    ]
    lids = [
        polygon(
            [(x, 560), (x + 66, 560), (x + 60, 590), (x - 6, 590)],
            t.tint("#B5B1A4"),
            stroke=t.tint("#8C8878"),
            stroke_width=3,
        )
        for x in (60, 330, 700, 1060)
    ]
    mud = [path(f"M{x},{y}q30,-50 70,-46t70,46z", t.tint("#4F4A42")) for x, y in ((180, 680), (560, 690), (900, 684))]
    tools = line("M300,640L356,540M640,650L700,548M1000,644L1056,540", t.tint("#8A6444"), 7)
    people = [
        person(t, x, y, 190, shirt, pose, hat, flip=n % 2 == 1)
        for n, (x, y, shirt, pose, hat) in enumerate(
            (
                (260, 664, "#6F8F5E", "bend", "cone"),
                (450, 668, "#7FA3B8", "bend", ""),
                (620, 666, "#3F6FA8", "reach", "#F0C35A"),
                (800, 670, "#C98F6B", "bend", "cone"),
                (980, 664, "#6F8F5E", "reach", ""),
                (1110, 668, "#D8C27A", "bend", "cone"),
            )
        )
    ]
    barrow = [
        polygon([(60, 650), (180, 650), (150, 704), (86, 704)], t.palette.brand),
        path("M66,652q50,-44 110,0z", t.tint("#4F4A42")),
        line("M180,652L236,634", "#4C5356", 7),
        ellipse(104, 720, 20, 20, "#333A3D"),
    ]
    return [
        *sky(t),
        *street(t, 530, -10, 1200, 92),
        tree(t, 150, 560, 250),
        tree(t, 1010, 560, 260),
        *ground,
        *lids,
        *people,
        tools,
        *mud,
        *barrow,
    ]
