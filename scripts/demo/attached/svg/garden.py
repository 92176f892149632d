"""The yard: street, lawn, trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attached.dice import between, pick
from attached.palette import mix
from attached.svg.draw import circle, ellipse, path, polygon, rect

if TYPE_CHECKING:
    from attached.svg.building import House

STREET, WIDTH = 452.0, 960.0
GREENS = ("#5F7F5A", "#6C8A61", "#54755A")


def ground(house: House) -> list[str]:
    """Return lawn, paved yard and street in front of the house."""
    middle = house.x + house.width / 2
    yard = polygon(
        [(middle - 150, STREET + 16), (middle + 150, STREET + 16), (middle + 250, 516), (middle - 250, 516)], "#D8D4C8"
    )
    hedge = [
        rect(0, STREET + 6, middle - 168, 14, "#6F8D66", rx=6),
        rect(middle + 168, STREET + 6, WIDTH - middle - 168, 14, "#6F8D66", rx=6),
    ]
    return [
        rect(0, STREET + 10, WIDTH, 80, "#A9BC98"),
        *hedge,
        yard,
        rect(0, 514, WIDTH, 26, "#9AA0A1"),
        rect(0, 510, WIDTH, 5, "#C9CBC6"),
    ]


def trees(words: str, house: House) -> list[str]:
    """Return the trees: areca palms or flame trees if the text names them, else some of either kind."""
    places = (62.0, 150.0, 812.0, 900.0)
    if "cau" in words:
        return [part for n in range(8) for part in _palm(house, 40 + n * 64 + (380 if n > 3 else 0), n)]
    if "phượng" in words:
        return [part for n, x in enumerate((150.0, 800.0)) for part in _broad(house, x, n, "#B4553E")]
    draw = pick((_palm, _broad), house.seed, "trees")
    return [part for n, x in enumerate(places) for part in draw(house, x + between(-14, 14, house.seed, n), n)]


def _broad(house: House, x: float, number: int, colour: str = "") -> list[str]:
    leaf = colour or pick(GREENS, house.seed, "leaf", number)
    size = between(40, 56, house.seed, "size", number)
    crown = 486 - 40 - size * 1.5
    return [
        ellipse(x, 488, size * 0.8, 5, "#8FA37F"),
        rect(x - 5, crown + size * 0.5, 10, 488 - crown - size * 0.5, "#7A6650"),
        circle(x - size * 0.5, crown + size * 0.35, size * 0.6, leaf),
        circle(x + size * 0.5, crown + size * 0.35, size * 0.58, mix(leaf, "#2E3A2C", 0.88)),
        circle(x, crown, size * 0.72, mix(leaf, "#FFFFFF", 0.92)),
    ]


def _palm(house: House, x: float, number: int) -> list[str]:
    top = between(268, 306, house.seed, "palm", number)
    leaf = pick(GREENS, house.seed, "frond", number)
    fronds = [
        path(_frond(x, top, dx, dy), mix(leaf, "#2E3A2C", tone))
        for dx, dy, tone in ((-52, 22, 0.8), (52, 22, 0.8), (-46, -6, 0.9), (46, -6, 0.9), (-22, -34, 1), (24, -34, 1))
    ]
    return [
        ellipse(x, 488, 22, 4, "#8FA37F"),
        path(f"M{x - 4:.1f} 488 L{x - 2.5:.1f} {top:.1f} h5 L{x + 4:.1f} 488 z", "#8C7B63"),
        *fronds,
    ]


def _frond(x: float, y: float, dx: float, dy: float) -> str:
    """Return the outline of a leaf that hangs ``dx`` to the side and ``dy`` down."""
    outward = f"q{dx * 0.5:.1f} {dy - 22:.1f} {dx:.1f} {dy:.1f}"
    back = f"q{-dx * 0.35:.1f} {-16 - dy * 0.2:.1f} {-dx:.1f} {-dy:.1f}"
    return f"M{x:.1f} {y:.1f}{outward}{back}z"
