"""Houses of the village and the town."""

from __future__ import annotations

from attached.palette import mix
from attached.svg.draw import path, polygon, rect

from .tone import TILE, WHITE, WOOD, Tone

GLASS = "#7D9CA8"


def cottage(t: Tone, x: float, y: float, wide: float, high: float, wall: str = "#EBDDBE", roof: str = TILE) -> str:
    """Return a one-storey house with a tiled roof; ``y`` is the ground and ``high`` the wall."""
    wall, roof = t.tint(wall, 0.05), t.tint(roof, 0.08)
    top, over, rise = y - high, wide * 0.06, high * 0.62
    parts = [
        rect(x, top, wide, high, wall),
        rect(x, y - high * 0.1, wide, high * 0.1, mix(wall, "#5A5448", 0.7)),
        polygon(
            [
                (x - over, top + 6),
                (x + wide * 0.1, top - rise),
                (x + wide * 0.9, top - rise),
                (x + wide + over, top + 6),
            ],
            roof,
        ),
        rect(x + wide * 0.1, top - rise - 4, wide * 0.8, 6, mix(roof, "#3A2018", 0.75)),
        rect(x, top + 6, wide, high * 0.08, mix(wall, "#5A5448", 0.8)),
        rect(x + wide * 0.42, y - high * 0.7, wide * 0.16, high * 0.7, t.tint(WOOD)),
    ]
    for part in (0.12, 0.7):
        parts += [rect(x + wide * part, y - high * 0.68, wide * 0.17, high * 0.38, t.tint(GLASS))]
        parts += [rect(x + wide * (part + 0.08), y - high * 0.68, wide * 0.01, high * 0.38, WHITE)]
    return "".join(parts)


def tube(t: Tone, x: float, y: float, wide: float, storeys: int, wall: str, rise: float = 78) -> str:
    """Return a narrow town house with balconies and a shop shutter."""
    wall = t.tint(wall, 0.06)
    top = y - storeys * rise
    shade = mix(wall, "#5A5448", 0.8)
    parts = [
        rect(x, top, wide, y - top, wall),
        rect(x + wide - 9, top, 9, y - top, shade),
        rect(x - 3, top - 10, wide + 6, 12, shade),
    ]
    levels = [y - n * rise for n in range(1, storeys)]
    parts += [rect(x + wide * 0.22, level - rise * 0.82, wide * 0.5, rise * 0.72, t.tint(GLASS)) for level in levels]
    parts += [rect(x + 4, level - rise * 0.34, wide - 8, rise * 0.3, mix(wall, WHITE, 0.4)) for level in levels]
    parts += [rect(x - 2, level - 4, wide + 4, 6, shade) for level in levels]
    parts += [
        rect(x + wide * 0.12, y - rise * 0.8, wide * 0.72, rise * 0.8, t.tint("#8C9A9C")),
        rect(x, y - rise * 0.94, wide, 9, t.palette.brand),
    ]
    return "".join(parts)


def street(t: Tone, y: float, start: float, end: float, rise: float = 78) -> list[str]:
    """Return a row of town houses."""
    walls, parts, n, x = ("#E9D9B4", "#DCE3DF", "#E7CDB6", "#D5DCE3", "#E5E1D2"), list[str](), 0, start
    while x < end:
        wide = t.vary(82, 124, "tube", n) * max(1, rise / 70)
        parts.append(tube(t, x, y, min(wide, end - x + 20), 2 + int(t.vary(0, 2.9, "storeys", n)), walls[n % 5], rise))
        x, n = x + wide + 3, n + 1
    return parts


def school(t: Tone, x: float, y: float, bays: int, storeys: int, wall: str = "#EBD9A6", bay: float = 84) -> str:
    """Return a school or office: galleries with columns before doors and windows, under a tiled roof."""
    wall = t.tint(wall, 0.05)
    wide, rise = bays * bay, bay * 0.98
    top = y - storeys * rise
    parts = [rect(x, top, wide, y - top, mix(wall, "#6B6250", 0.8))]
    for level in range(storeys):
        low = y - level * rise
        for n in range(bays):
            left = x + n * bay
            opening = (
                (left + bay * 0.3, low - rise * 0.72, bay * 0.28, rise * 0.72)
                if n % 2
                else (left + bay * 0.2, low - rise * 0.68, bay * 0.56, rise * 0.36)
            )
            parts.append(rect(*opening, t.tint("#6E8C86" if n % 2 else GLASS)))
        parts.append(rect(x - 6, low - rise, wide + 12, 10, wall))
        if level:
            parts.append(rect(x, low - rise * 0.24, wide, rise * 0.24, wall))
    parts += [rect(x + n * bay - 5, top, 10, y - top, mix(wall, WHITE, 0.5)) for n in range(bays + 1)]
    roof = t.tint(TILE, 0.08)
    parts.append(
        polygon(
            [
                (x - 26, top + 4),
                (x + 40, top - rise * 0.55),
                (x + wide - 40, top - rise * 0.55),
                (x + wide + 26, top + 4),
            ],
            roof,
        )
    )
    return "".join([*parts, rect(x - 10, y - 8, wide + 20, 8, t.tint("#BDB7A8"))])


def stilts(t: Tone, x: float, y: float, wide: float) -> str:
    """Return a stilt house with a thatched roof."""
    floor, wood, thatch = y - wide * 0.24, t.tint(WOOD), t.tint("#A68B5F", 0.1)
    posts = [
        rect(x + wide * (0.04 + 0.18 * n), floor, wide * 0.028, y - floor, mix(wood, "#33261B", 0.8)) for n in range(6)
    ]
    wall = [
        rect(x, floor - wide * 0.24, wide, wide * 0.24, mix(wood, "#E3C79A", 0.7)),
        rect(x - 8, floor - 6, wide + 16, 10, wood),
    ]
    windows = [
        rect(x + wide * part, floor - wide * 0.18, wide * 0.1, wide * 0.11, mix(wood, "#1E1611", 0.6))
        for part in (0.12, 0.32, 0.78)
    ]
    door = [rect(x + wide * 0.54, floor - wide * 0.2, wide * 0.11, wide * 0.2, mix(wood, "#1E1611", 0.6))]
    roof = path(
        f"M{x - wide * 0.09:.0f},{floor - wide * 0.2:.0f}L{x + wide * 0.14:.0f},{floor - wide * 0.52:.0f}H{x + wide * 0.86:.0f}L{x + wide * 1.09:.0f},{floor - wide * 0.2:.0f}Z",
        thatch,
    )
    ladder = [
        polygon(
            [(x + wide * 0.56, floor), (x + wide * 0.63, floor), (x + wide * 0.67, y + 10), (x + wide * 0.6, y + 10)],
            wood,
        )
    ]
    return "".join(
        [
            *posts,
            *wall,
            *windows,
            *door,
            roof,
            rect(x + wide * 0.14, floor - wide * 0.53, wide * 0.72, 7, mix(thatch, "#33261B", 0.7)),
            *ladder,
        ]
    )
