"""Skies, hills and limestone islands."""

from __future__ import annotations

from attached.palette import mix
from attached.svg.draw import circle, ellipse, path, rect

from .marks import curve, line, wash
from .tone import HEIGHT, WHITE, WIDTH, Tone

DAY, DUSK, NIGHT, STORM = ("#A9CFDD", "#F4F1E4"), ("#9FB4CB", "#F6D3AB"), ("#1E2C46", "#55608A"), ("#5E707A", "#B3BDBD")


def sky(t: Tone, kind: tuple[str, str] = DAY) -> list[str]:
    """Return the sky, with a sun and clouds by day."""
    parts = [wash("sky", t.tint(kind[0], 0.1), t.tint(kind[1], 0.04), 0, 560)]
    if kind in (DAY, DUSK):
        x, y = t.vary(160, 1040, "sun"), t.vary(110, 190, "high")
        parts += [circle(x, y, 92, "#FFF3CF", opacity="0.5"), circle(x, y, 54, "#F7D88C")]
        parts += [cloud(t.vary(40, 1000, "cloud", n), t.vary(90, 250, "cloud high", n), 0.8 + n * 0.3) for n in (0, 1)]
    return parts


def cloud(x: float, y: float, size: float, fill: str = WHITE) -> str:
    """Return a flat-bottomed cloud."""
    s = size * 46
    return path(
        f"M{x:.0f},{y:.0f}a{s * 0.5:.0f},{s * 0.5:.0f} 0 0 1 {s * 0.7:.0f},{-s * 0.45:.0f}"
        f"a{s * 0.8:.0f},{s * 0.8:.0f} 0 0 1 {s * 1.5:.0f},0a{s * 0.5:.0f},{s * 0.5:.0f} 0 0 1 {s * 0.8:.0f},{s * 0.45:.0f}z",
        fill,
        opacity="0.75",
    )


def hills(t: Tone, y: float, rise: float, fill: str, key: object, step: float = 150, base: float = HEIGHT) -> str:
    """Return one ridge of soft hills."""
    count = int(WIDTH / step) + 3
    tops = [((n - 1) * step, y - rise * t.vary(0, 1, key, n) * (1.25 if n % 3 == 1 else 0.75)) for n in range(count)]
    return curve(tops, base, fill)


def far_hills(t: Tone, y: float = 430, rise: float = 190) -> list[str]:
    """Return two ridges, the farther one paler."""
    return [
        hills(t, y - 30, rise, t.tint("#B9CDD0", 0.14), "far"),
        hills(t, y + 20, rise * 0.7, t.tint("#93B0A8", 0.2), "middle", 210),
    ]


def karsts(t: Tone, y: float, rise: float, fill: str, key: object, count: int = 5) -> list[str]:
    """Return steep limestone islands that stand in water, each with a shaded side."""
    parts = []
    for n in range(count):
        wide = rise * t.vary(0.7, 1.5, key, "wide", n)
        high = rise * t.vary(0.5, 1, key, "high", n)
        x = WIDTH * (n + t.vary(-0.2, 0.6, key, n)) / count
        parts.append(_islet(x, y, wide, high, fill, mix(fill, "#33454B", 0.86)))
    return parts


def _islet(x: float, y: float, wide: float, high: float, fill: str, shade: str) -> str:
    w, h = wide, high
    body = (
        f"M{x:.0f},{y:.0f}c{w * 0.05:.0f},{-h * 0.6:.0f} {w * 0.12:.0f},{-h * 0.72:.0f} {w * 0.25:.0f},{-h * 0.74:.0f}"
        f"s{w * 0.14:.0f},{-h * 0.26:.0f} {w * 0.3:.0f},{-h * 0.26:.0f}s{w * 0.18:.0f},{h * 0.38:.0f} {w * 0.27:.0f},{h * 0.44:.0f}"
        f"s{w * 0.13:.0f},{h * 0.3:.0f} {w * 0.18:.0f},{h * 0.56:.0f}z"
    )
    side = (
        f"M{x + w * 0.6:.0f},{y - h:.0f}c{w * 0.14:.0f},0 {w * 0.13:.0f},{h * 0.38:.0f} {w * 0.22:.0f},{h * 0.44:.0f}"
        f"s{w * 0.13:.0f},{h * 0.3:.0f} {w * 0.18:.0f},{h * 0.56:.0f}h{-w * 0.3:.0f}c{w * 0.05:.0f},{-h * 0.4:.0f} {-w * 0.1:.0f},{-h * 0.7:.0f} {-w * 0.1:.0f},{-h:.0f}z"
    )
    return path(body, fill) + path(side, shade)


def sea(t: Tone, y: float, colour: str = "#8FBFC8", low: str = "#4F93A2", height: float = HEIGHT) -> list[str]:
    """Return water from ``y`` down, with gleams."""
    parts = [wash("sea", t.tint(colour, 0.06), t.tint(low, 0.14), y, height - y)]
    for n in range(9):
        top = y + 12 + (height - y) * 0.1 * n
        parts.append(
            rect(t.vary(0, 1050, "gleam", n), top, t.vary(50, 190, "long", n), 3, WHITE, rx=1.5, opacity="0.45")
        )
    return parts


def waves(y: float, colour: str, size: float, width: float = 5) -> str:
    """Return a row of wave lines."""
    count = int(WIDTH / size) + 2
    return line(f"M{-size:.0f},{y:.0f}" + f"q{size / 2:.0f},{-size / 3:.0f} {size:.0f},0" * count, colour, width)


def rain(t: Tone, drops: int = 46) -> str:
    """Return slanting rain as one path."""
    marks = "".join(f"M{t.vary(0, 1240, 'rx', n):.0f},{t.vary(-20, 700, 'ry', n):.0f}l-14,44" for n in range(drops))
    return line(marks, "#E6EEF0", 2.5, opacity="0.55")


def glow(x: float, y: float, radius: float, colour: str = "#FFE4A0") -> str:
    """Return the light around a lamp."""
    return circle(x, y, radius, colour, opacity="0.22") + circle(x, y, radius * 0.22, "#FFF6DA")


def shadow(x: float, y: float, rx: float, ry: float = 8) -> str:
    """Return a soft shadow on the ground."""
    return ellipse(x, y, rx, ry, "#26352F", opacity="0.18")
