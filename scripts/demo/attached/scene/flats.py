"""Blocks of flats for workers around a yard."""

from __future__ import annotations

from attached.palette import mix
from attached.svg.draw import circle, polygon, rect

from .air import far_hills, sky
from .marks import line, stamp, use
from .people import person
from .plants import hedge, tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw three five-storey blocks, the yard with trees, and bicycles under a roof."""
    ground = [
        rect(0, 540, 1200, 210, t.tint("#B9C79A")),
        polygon([(470, 540), (730, 540), (980, 750), (220, 750)], t.tint("#DDD6C6")),
    ]
    blocks = [
        *_block(t, 60, 550, 300, "#E9D9B4"),
        *_block(t, 840, 550, 300, "#DCE3DF"),
        *_block(t, 420, 540, 360, "#E7CDB6"),
    ]
    shed = [
        *(rect(760 + n * 180, 600, 8, 90, "#7C8486") for n in range(3)),
        polygon([(740, 604), (760, 580), (1120, 580), (1140, 604)], t.palette.brand),
    ]
    bike = [
        circle(-20, -14, 14, "none", stroke="#3B4347", stroke_width=3.5),
        circle(20, -14, 14, "none", stroke="#3B4347", stroke_width=3.5),
        line("M-20,-14L-4,-38H14L20,-14M-4,-38L2,-14H-20M14,-38L10,-48H20", "#4F7C93", 4),
    ]
    people = [
        person(t, 560, 690, 130, "#7FA3B8", "walk"),
        person(t, 612, 692, 124, "#B5898C", "walk"),
        person(t, 470, 720, 96, "#D8C27A", "walk"),
    ]
    return [
        stamp("bike", bike),
        *sky(t),
        *far_hills(t),
        *ground,
        *blocks,
        tree(t, 390, 580, 170),
        tree(t, 815, 580, 160),
        *shed,
        *(use("bike", 790 + n * 50, 694, 1.15) for n in range(7)),
        tree(t, 110, 690, 260),
        tree(t, 270, 640, 180),
        *hedge(t, 745, -30, 250, 110),
        *people,
    ]


def _block(t: Tone, x: float, y: float, wide: float, wall: str) -> list[str]:
    wall = t.tint(wall, 0.06)
    parts = [
        rect(x, y - 300, wide, 300, wall),
        rect(x - 6, y - 312, wide + 12, 16, mix(wall, "#5A5448", 0.8)),
        rect(x + wide - 14, y - 296, 14, 296, mix(wall, "#5A5448", 0.85)),
    ]
    bays = int(wide / 74)
    places = [(x + 14 + n * (wide - 28) / bays, y - 286 + level * 58) for n in range(bays) for level in range(5)]
    for part in (0, 1):
        parts += [rect(a + 6, b, 40, 30, t.tint("#7D9CA8", 0.1 + 0.2 * part)) for a, b in places[part::2]]
    parts += [rect(a, b + 26, 54, 15, mix(wall, WHITE, 0.5)) for a, b in places]
    return parts
