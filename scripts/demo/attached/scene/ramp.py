"""A gentle ramp to a pier, for wheelchairs."""

from __future__ import annotations

from attached.svg.draw import circle, polygon

from .air import karsts, sea, shadow, sky
from .boats import cruiser
from .marks import group, line
from .people import HAIR, person
from .plants import palm
from .tone import SKIN, Tone


def draw(t: Tone) -> list[str]:
    """Draw the ramp with its rails, somebody in a wheelchair with a companion, and the bay."""
    pier = [
        polygon([(0, 600), (640, 640), (1200, 640), (1200, 750), (0, 750)], t.tint("#D9CFBB")),
        polygon([(0, 600), (640, 640), (1200, 640), (1200, 654), (640, 654), (0, 614)], t.tint("#B5A88E")),
    ]
    rail = "M0,520L640,560H1200M0,560L640,600H1200" + "".join(
        f"M{n * 106},{520 + min(n * 106, 640) / 16:.0f}v{84}" for n in range(12)
    )
    back = line(rail, t.tint("#7F929B"), 7)
    pair = [person(t, 330, 690, 200, "#C98F6B", "reach"), _chair(t, 440, 694)]
    return [
        *sky(t),
        *karsts(t, 434, 180, t.tint("#A9BFC4", 0.14), "far", 6),
        *sea(t, 430),
        *karsts(t, 464, 240, t.tint("#7E9F93", 0.16), "near", 2),
        cruiser(t, 930, 570, 420),
        *pier,
        back,
        *pair,
        palm(t, 90, 750, 520),
    ]


def _chair(t: Tone, x: float, y: float) -> str:
    wheel = (
        circle(-6, -32, 32, "none", stroke="#3B4347", stroke_width=5)
        + circle(-6, -32, 5, "#3B4347")
        + circle(46, -11, 10, "none", stroke="#3B4347", stroke_width=4)
    )
    frame = line("M-34,-98H-22V-48H34L46,-14M34,-48L40,-12H58", t.palette.brand, 6)
    rider = [
        line("M-14,-56H30L36,-20", "#4C5661", 13),
        line("M-14,-58V-96", "#9DB59A", 28),
        line("M-10,-92L8,-72L24,-74", SKIN, 7),
        circle(-11, -124, 12, SKIN),
        f'<path d="M-23,-122A12,12.500 0 0 1 0,-128Q-12,-132 -14,-120Q-18,-112 -23,-122Z" fill="{HAIR}"/>',
    ]
    return shadow(x, y, 60, 7) + group([*rider, frame, wheel], x, y, 1.1)
