"""A ward market with its pavement kept clear."""

from __future__ import annotations

from attached.svg.draw import circle, polygon, rect

from .air import sky
from .houses import street
from .people import person
from .plants import tree
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw three stalls of vegetables and fruit under the roof, and the clear way before them."""
    ground = [
        rect(0, 560, 1200, 70, t.tint("#CFC8B8")),
        rect(0, 624, 1200, 10, t.tint("#A39C8C")),
        rect(0, 634, 1200, 116, t.tint("#9CA0A0")),
        *(rect(60 + n * 220, 690, 120, 8, WHITE, opacity="0.8") for n in range(6)),
        *(rect(n * 60, 562, 2, 62, t.tint("#B5AE9D")) for n in range(21)),
    ]
    roof = [
        polygon([(90, 300), (200, 210), (1000, 210), (1110, 300)], t.tint("#B05C43", 0.1)),
        rect(78, 296, 1044, 16, t.tint("#8A4332")),
        rect(96, 312, 1008, 200, t.tint("#6E6A5E")),
        *(rect(110 + n * 323, 310, 16, 254, t.tint("#E2DACA")) for n in range(4)),
    ]
    sellers = [
        person(t, 286 + n * 323, 560, 210, ("#B5898C", "#7FA3B8", "#C98F6B")[n], hat="cone" if n == 1 else "")
        for n in range(3)
    ]
    stalls = [part for n in range(3) for part in _stall(t, 146 + n * 323, 562, n)]
    buyers = [person(t, 420, 612, 196, "#D8C27A", "back"), person(t, 790, 614, 196, "#9DB59A", "walk")]
    return [
        *sky(t),
        *street(t, 520, -20, 150),
        *street(t, 520, 1040, 1200),
        *ground,
        *roof,
        *sellers,
        *stalls,
        *buyers,
        tree(t, 40, 640, 330),
        tree(t, 1165, 640, 340),
    ]


def _stall(t: Tone, x: float, y: float, key: int) -> list[str]:
    fruit = (("#6FA356", "#8DB56A"), ("#D9743A", "#E9B44A"), ("#B5483F", "#7FA852"))[key]
    heaps = [circle(x + 30 + n * 44, y - 86 - (n % 3) * 5, 24, fruit[n % 2]) for n in range(6)]
    front = [circle(x + 22 + n * 39, y - 66, 20, fruit[(n + 1) % 2]) for n in range(7)]
    crates = [
        rect(x + n * 92, y - 58, 86, 58, t.tint("#C9A574")) + rect(x + n * 92, y - 34, 86, 5, t.tint(WOOD))
        for n in range(3)
    ]
    return [*heaps, *front, *crates]
