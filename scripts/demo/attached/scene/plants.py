"""Trees, palms, bushes and crops."""

from __future__ import annotations

import math

from attached.palette import mix
from attached.svg.draw import circle, ellipse, path, polygon, rect

from .air import shadow
from .marks import group, line
from .tone import LEAF, Tone


def tree(t: Tone, x: float, y: float, high: float, colour: str = LEAF) -> str:
    """Return a broad tree that stands on ``y``."""
    leaf = t.tint(colour, 0.12)
    light, dark = mix(leaf, "#E9F0C9", 0.75), mix(leaf, "#1E3B31", 0.78)
    crown = [(-20, -64, 20, dark), (20, -62, 21, dark), (0, -80, 22, leaf), (-10, -66, 19, leaf), (14, -72, 14, light)]
    trunk = path("M-4,0L-3,-50L3,-50L5,0Z", t.tint("#7A5C43"))
    return shadow(x, y, high * 0.24, high * 0.03) + group(
        [trunk, *(circle(a, b, r, fill) for a, b, r, fill in crown)], x, y, high / 100
    )


def palm(t: Tone, x: float, y: float, high: float) -> str:
    """Return an areca palm: a thin straight trunk and a tuft."""
    fronds = ""
    for n in range(7):
        angle = math.radians(-165 + n * 25)
        a, b = math.cos(angle) * 22, math.sin(angle) * 16
        fronds += f"M0,-84Q{a * 0.6:.1f},{-86 + b:.1f} {a:.1f},{-78 + b * 0.5:.1f}"
    return group(
        [rect(-1.6, -84, 3.2, 84, t.tint("#94836B")), line(fronds, t.tint("#4E8355", 0.14), 4)], x, y, high / 100
    )


def pine(t: Tone, x: float, y: float, high: float, colour: str = "#4B7A5B") -> str:
    """Return a conifer of three tiers."""
    leaf = t.tint(colour, 0.14)
    tiers = [
        polygon([(-w, base), (0, base - 42), (w, base)], mix(leaf, "#173028", 0.8 + n * 0.1))
        for n, (w, base) in enumerate(((24, -16), (20, -38), (14, -58)))
    ]
    return group([rect(-3, -18, 6, 18, t.tint("#6E5440")), *tiers], x, y, high / 100)


def bush(t: Tone, x: float, y: float, wide: float, colour: str = "#5E935C") -> str:
    """Return a low bush."""
    leaf = t.tint(colour, 0.12)
    return ellipse(x, y - wide * 0.16, wide / 2, wide * 0.22, leaf) + ellipse(
        x - wide * 0.1, y - wide * 0.24, wide / 4, wide * 0.15, mix(leaf, "#E9F0C9", 0.8)
    )


def hedge(t: Tone, y: float, start: float = -20, end: float = 1240, size: float = 90) -> list[str]:
    """Return a row of bushes."""
    count = int((end - start) / (size * 0.75)) + 1
    return [bush(t, start + n * size * 0.75, y, size * t.vary(0.85, 1.2, "bush", y, n)) for n in range(count)]


def tufts(t: Tone, y: float, colour: str, size: float, step: float) -> str:
    """Return a row of upright blades, as of rice, cane or grass."""
    data = ""
    count = int(1240 / step)
    for n in range(count):
        x = n * step + t.vary(-step / 3, step / 3, "tuft", y, n)
        data += f"M{x:.0f},{y:.0f}q{-size * 0.1:.0f},{-size * 0.6:.0f} {-size * 0.4:.0f},{-size * 0.9:.0f}m{size * 0.4:.0f},{size * 0.9:.0f}q{size * 0.1:.0f},{-size * 0.6:.0f} {size * 0.4:.0f},{-size * 0.8:.0f}"
    return line(data, colour, max(size / 9, 2.5))


def pot(t: Tone, x: float, y: float, size: float, bloom: str = "") -> str:
    """Return a potted plant, in flower if a colour is given."""
    leaves = [
        ellipse(a, -34, 7, 20, t.tint("#568A58"), transform=f"rotate({a * 2.2:.0f} {a / 2:.0f} -18)")
        for a in (-14, 0, 14)
    ]
    flowers = (
        [circle(a, b, 6, bloom) for a, b in ((-17, -46), (0, -56), (16, -48), (-6, -42), (8, -38))] if bloom else []
    )
    body = polygon([(-15, -20), (15, -20), (11, 0), (-11, 0)], t.tint("#B9785A"))
    return group([*leaves, *flowers, body], x, y, size / 60)
