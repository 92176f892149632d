"""The yard of a house, with its water jars covered."""

from __future__ import annotations

from attached.palette import mix
from attached.svg.draw import ellipse, path, rect

from .air import far_hills, shadow, sky
from .houses import cottage
from .marks import group
from .people import person
from .plants import hedge, palm, tree
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw the jars, the tank and the health worker who looks for larvae."""
    yard = [rect(0, 490, 1200, 260, t.tint("#DCC9A6")), rect(0, 484, 1200, 16, t.tint("#8DA873"))]
    tank = [
        shadow(960, 640, 150),
        rect(830, 500, 250, 140, t.tint("#BDB7A8")),
        rect(830, 500, 250, 16, mix(t.tint("#BDB7A8"), WHITE, 0.6)),
        rect(818, 486, 274, 18, t.tint(WOOD)),
    ]
    jars = [_jar(t, 600, 660, 1.15), _jar(t, 700, 690, 1.3), _jar(t, 500, 690, 1.05)]
    worker = [
        person(t, 400, 710, 240, "#DCE9E4", "bend", trousers="#3F6579"),
        person(t, 250, 700, 240, "#B5898C", hat="cone"),
    ]
    return [
        *sky(t),
        *far_hills(t),
        *yard,
        tree(t, 1130, 500, 330),
        palm(t, 90, 500, 330),
        palm(t, 160, 505, 280),
        cottage(t, 300, 540, 480, 160, "#EAD49C"),
        *hedge(t, 500, 840, 1240),
        *tank,
        *worker,
        *jars,
    ]


def _jar(t: Tone, x: float, y: float, size: float) -> str:
    clay = t.tint("#A8673F")
    body = path("M-22,-92Q-48,-70 -44,-40Q-40,-8 -24,0H24Q40,-8 44,-40Q48,-70 22,-92Z", clay)
    light = path("M-30,-70Q-40,-44 -30,-16Q-24,-44 -22,-74Z", mix(clay, WHITE, 0.7))
    return shadow(x, y, 50 * size) + group(
        [body, light, ellipse(0, -94, 34, 9, t.tint(WOOD)), rect(-5, -110, 10, 14, t.tint(WOOD))], x, y, size
    )
