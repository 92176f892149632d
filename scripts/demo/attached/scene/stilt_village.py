"""A village of stilt houses on a day of festival."""

from __future__ import annotations

from attached.svg.draw import ellipse, polygon, rect

from .air import hills, shadow, sky
from .houses import stilts
from .marks import line
from .people import person, sitting
from .plants import palm, tree
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the houses under the mountains, pennants between two trees, and people around trays on the yard."""
    peaks = [
        hills(t, 400, 260, t.tint("#B4C6C4", 0.14), "peak", 180),
        hills(t, 440, 170, t.tint("#86A682", 0.14), "slope", 240),
    ]
    ground = [rect(0, 500, 1200, 250, t.tint("#D9C79F")), rect(0, 492, 1200, 20, t.tint("#8DA873"))]
    colours = ("#D9564A", "#F0C35A", "#4F7CA8", "#5E9A6A", "#E39AB0")
    sag = [(150 + n * 41.0, 300 + 70 * (1 - ((n - 11) / 11) ** 2)) for n in range(23)]
    flags = [
        line("M150,300Q601,440 1052,300", "#6B5B4A", 3),
        *(polygon([(x, y), (x + 28, y), (x + 14, y + 38)], colours[n % 5]) for n, (x, y) in enumerate(sag)),
    ]
    trays = [part for x in (330, 640, 950) for part in _tray(t, x, 690)]
    host = [
        person(t, 500, 610, 140, "#33507A", trousers="#33507A"),
        person(t, 800, 612, 136, "#2F3A52", "reach", trousers="#2F3A52", flip=True),
    ]
    return [
        *sky(t),
        *peaks,
        *ground,
        stilts(t, 110, 520, 320),
        stilts(t, 740, 530, 360),
        palm(t, 600, 500, 220),
        tree(t, 120, 560, 420),
        tree(t, 1080, 560, 430),
        *flags,
        *host,
        *trays,
    ]


def _tray(t: Tone, x: float, y: float) -> list[str]:
    dishes = [
        ellipse(x + a, y - 46 + b, 12, 5, c)
        for a, b, c in ((-34, 0, "#8DB56A"), (0, -6, "#D9743A"), (32, 0, "#F4EBD2"), (-6, 6, "#B5483F"))
    ]
    return [
        sitting(t, x - 104, y + 8, 150, "#33507A"), sitting(t, x + 104, y + 8, 150, "#2F3A52", flip=True), shadow(x, y + 8, 90),
        rect(x - 8, y - 42, 16, 48, t.tint("#8A6444")), ellipse(x, y - 42, 74, 16, t.tint("#C9A574")), ellipse(x, y - 46, 66, 13, t.tint("#E6D3A6")), *dishes,
    ]  # fmt: skip
