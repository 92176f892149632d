"""A room where people give blood."""

from __future__ import annotations

from attached.svg.draw import polygon, rect

from .marks import group, line
from .people import HAIR, person
from .plants import pot
from .room import room, window
from .tone import SKIN, WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw three reclining chairs, a donor on each, and a nurse."""
    beds = [
        _bed(t, x, y, size, n) for n, (x, y, size) in enumerate(((250, 590, 1.5), (620, 630, 1.75), (1000, 680, 2)))
    ]
    nurse = person(t, 470, 640, 300, WHITE, "reach", "#F4F6F6")
    return [
        *room(t, 500),
        window(t, 130, 110, 240, 240),
        window(t, 480, 110, 240, 240),
        window(t, 830, 110, 240, 240),
        beds[0],
        nurse,
        *beds[1:],
        pot(t, 60, 720, 150),
    ]


def _bed(t: Tone, x: float, y: float, size: float, key: int) -> str:
    cloth = t.tint("#6FA3A8", 0.2)
    chair = [
        polygon([(-92, -92), (-74, -98), (-38, -40), (90, -40), (90, -26), (-46, -26)], cloth),
        rect(-44, -26, 8, 26, "#7C8486"),
        rect(70, -26, 8, 26, "#7C8486"),
    ]
    donor = [
        line("M-34,-50L28,-54L84,-50", t.tint("#4C5661"), 17), line("M-66,-86L-36,-52", t.shirt(key * 2 + 1), 28),
        line("M-54,-72L-24,-66L4,-74", SKIN, 8), polygon([(-84, -118), (-66, -124), (-62, -104), (-80, -100)], SKIN),
        f'<circle cx="-80" cy="-114" r="14" fill="{SKIN}"/><path d="M-93,-108A14,14 0 0 1 -72,-126Q-88,-122 -86,-104Z" fill="{HAIR}"/>',
    ]  # fmt: skip
    bag = [
        rect(44, -150, 4, 150, "#9AA6AB"),
        line("M46,-150H26", "#9AA6AB", 4),
        rect(16, -146, 20, 30, "#B5483F", rx=4),
        line("M26,-116Q30,-80 4,-74", "#B5483F", 3),
    ]
    return group([*bag, *chair, *donor], x, y, size)
