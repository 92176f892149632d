"""The inside of offices and halls."""

from __future__ import annotations

from attached.palette import mix
from attached.svg.draw import circle, polygon, rect

from .marks import wash
from .tone import HEIGHT, WHITE, WIDTH, WOOD, Tone


def room(t: Tone, floor: float = 520, wall: str = "#EFE8D8") -> list[str]:
    """Return a wall and a floor that comes towards us."""
    paint = t.tint(wall, 0.05)
    tiles = [
        polygon(
            [(600 + n * 150, floor), (600 + n * 150 + 3, floor), (600 + n * 290 + 6, HEIGHT), (600 + n * 290, HEIGHT)],
            WHITE,
            opacity="0.35",
        )
        for n in range(-5, 6)
    ]
    return [
        wash("wall", mix(paint, WHITE, 0.6), paint, 0, floor),
        rect(0, floor - 150, WIDTH, 150, t.tint(wall, 0.14)),
        rect(0, floor - 152, WIDTH, 4, t.tint(wall, 0.3)),
        wash("floor", t.tint("#CBBFA9", 0.08), t.tint("#E0D6C4", 0.06), floor, HEIGHT - floor),
        *tiles,
        rect(0, floor - 12, WIDTH, 12, t.tint("#9A8C78", 0.2)),
    ]


def window(t: Tone, x: float, y: float, wide: float, high: float) -> str:
    """Return a window with hills and trees outside."""
    half = (wide - 6) / 2
    return "".join(
        [
            rect(x - 9, y - 9, wide + 18, high + 18, t.tint("#A98B66")),
            rect(x, y, wide, high, t.tint("#C5E0E6", 0.05)),
            polygon(
                [
                    (x, y + high),
                    (x, y + high * 0.62),
                    (x + wide * 0.4, y + high * 0.5),
                    (x + wide, y + high * 0.7),
                    (x + wide, y + high),
                ],
                t.tint("#93B79A"),
            ),
            circle(x + wide * 0.76, y + high * 0.66, wide * 0.13, t.tint("#6E9E6D")),
            rect(x + half, y, 6, high, t.tint("#A98B66")),
            rect(x, y + high * 0.3, wide, 5, t.tint("#A98B66")),
        ]
    )


def table(t: Tone, x: float, y: float, wide: float, high: float, cloth: str = "") -> str:
    """Return a table seen from the front; ``y`` is the floor; a cloth hides its legs."""
    top = y - high
    if cloth:
        folds = [rect(x + 14 + n * wide / 6, top + 12, 5, high - 12, mix(cloth, "#20262A", 0.88)) for n in range(6)]
        return "".join(
            [rect(x, top, wide, high, cloth), *folds, rect(x - 8, top - 6, wide + 16, 14, mix(cloth, WHITE, 0.8))]
        )
    wood = t.tint(WOOD)
    legs = [rect(x + part, top, 12, high, mix(wood, "#2E2118", 0.8)) for part in (10, wide - 22)]
    return "".join([*legs, rect(x - 8, top - 8, wide + 16, 16, wood)])


def screen(t: Tone, x: float, y: float, wide: float, high: float) -> str:
    """Return a projection screen with bars on it and no words."""
    bars = [
        rect(x + wide * (0.14 + 0.17 * n), y + high * (0.78 - share), wide * 0.1, high * share, t.tint("#9FB6BE", 0.35))
        for n, share in enumerate((0.22, 0.36, 0.3, 0.5))
    ]
    title = rect(x + wide * 0.14, y + high * 0.12, wide * 0.5, high * 0.06, t.tint("#9FB6BE", 0.6))
    return "".join(
        [rect(x - 8, y - 8, wide + 16, high + 16, t.tint("#7C8486")), rect(x, y, wide, high, "#FBFBF8"), title, *bars]
    )


def shelf(t: Tone, x: float, y: float, wide: float, rows: int, rise: float = 66) -> str:
    """Return a rack of forms: each row holds sheets of several colours."""
    sheets = ("#F7F4EA", "#DCE8EA", "#F1DDC9", "#E3EAD3")
    parts = [rect(x - 10, y - rows * rise - 14, wide + 20, rows * rise + 14, t.tint(WOOD))]
    for row in range(rows):
        top = y - (row + 1) * rise
        parts.append(rect(x, top, wide, rise - 10, t.tint("#5E4530")))
        count = int(wide / 46)
        for n in range(count):
            left = x + 7 + n * (wide - 8) / count
            parts.append(rect(left, top + 12, 34, rise - 24, t.tint(sheets[(n + row * 3) % 4], 0.04)))
            parts.append(rect(left + 6, top + 20, 20, 4, t.tint("#8FA0A5", 0.4)))
        parts.append(rect(x, top + rise - 24, wide, 12, t.tint("#B98F63")))
    return "".join(parts)


def board(t: Tone, x: float, y: float, wide: float, high: float, columns: int = 4) -> str:
    """Return a notice board with papers."""
    step = (wide - 30) / columns
    papers = [
        rect(x + 20 + n * step, y + 24 + (n % 2) * 8 + row * (high - 30) / 2, step - 14, (high - 70) / 2, "#FAF8F1")
        + rect(x + 30 + n * step, y + 38 + (n % 2) * 8 + row * (high - 30) / 2, step - 40, 4, t.tint("#8FA0A5", 0.4))
        for n in range(columns)
        for row in (0, 1)
    ]
    return "".join(
        [
            rect(x, y, wide, high, t.tint(WOOD)),
            rect(x + 10, y + 10, wide - 20, high - 20, t.tint("#C9B48C", 0.2)),
            *papers,
        ]
    )
