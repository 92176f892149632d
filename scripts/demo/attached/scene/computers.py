"""A room of computers: learners before a screen, or an Internet shop under inspection."""

from __future__ import annotations

from attached.svg.draw import rect

from .marks import stamp, use
from .people import bust, person
from .plants import pot
from .room import room, screen, window
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw two rows of desks with people from behind."""
    shop = t.says("internet")
    rows = [
        part
        for k, (y, size, step, count) in enumerate(((500, 1.1, 190, 6), (640, 1.55, 262, 5)))
        for part in _row(t, y, size, step, count, k, empty=shop)
    ]
    if shop:
        wall = [
            window(t, 110, 110, 200, 220),
            rect(500, 120, 240, 150, t.tint("#FBF7EA", 0.1)),
            *(rect(526, 146 + n * 24, 180 - n % 2 * 50, 9, t.tint("#8FA0A5", 0.4)) for n in range(4)),
            rect(900, 100, 190, 370, t.tint("#C5E0E6"), stroke=t.tint(WOOD), stroke_width=16),
        ]
        checks = [
            person(t, 830, 560, 330, "#C9D8C4", "reach", "#6F8F5E", flip=True),
            rect(690, 352, 54, 40, WHITE),
            person(t, 970, 580, 330, "#DCE6EC"),
        ]
        return [stamp("bust", bust()), *room(t, 480, "#E6E4D6"), *wall, *checks, *rows]
    teacher = person(t, 860, 500, 300, "#E9EDEC", "reach", flip=True)
    return [
        stamp("bust", bust()),
        *room(t, 470),
        screen(t, 400, 80, 380, 230),
        window(t, 90, 100, 200, 230),
        window(t, 940, 100, 190, 230),
        teacher,
        *rows,
        pot(t, 1140, 470, 120),
    ]


def _row(t: Tone, y: float, size: float, step: float, count: int, key: int, *, empty: bool) -> list[str]:
    parts = [rect(0, y - 6, 1200, 14, t.tint(WOOD)), rect(0, y + 8, 1200, 46 * size, t.tint("#C9A574"))]
    for n in range(count):
        x = 90 * size - 20 + n * step
        parts.append(rect(x - 46 * size, y - 70 * size, 92 * size, 60 * size, "#3F484C", rx=5))
        parts.append(rect(x - 40 * size, y - 64 * size, 80 * size, 48 * size, t.tint("#CFE2E6", 0.1 + 0.1 * (n % 2))))
        parts.append(rect(x - 8 * size, y - 12 * size, 16 * size, 10 * size, "#3F484C"))
        if not (empty and (n + key) % 2):
            parts.append(use("bust", x + 20 * size, y + 4 * size, size * 1.05, t.shirt(n + key * 5)))
    return parts
