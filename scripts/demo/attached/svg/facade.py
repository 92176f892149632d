"""The front of a house: wall, windows, entrance, roof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attached.dice import share
from attached.palette import mix
from attached.svg.draw import polygon, rect

if TYPE_CHECKING:
    from attached.svg.building import House

STREET = 452.0
GLASS = "#7F9AA6"


def facade(house: House) -> list[str]:
    """Return the front, from the wall to the steps."""
    return [*_roof(house), *_wall(house), *_windows(house), *_entrance(house)]


def _wall(house: House) -> list[str]:
    shade = mix(house.wall, "#5C5548", 0.86)
    height = STREET - house.top
    bands = [rect(house.x, house.top + 14 + house.rise * n - 3, house.width, 3, shade) for n in range(1, house.storeys)]
    base = rect(house.x - 6, STREET - 16, house.width + 12, 16, mix(house.wall, "#4C4B48", 0.6))
    edge = rect(house.x + house.width - 16, house.top, 16, height, shade)
    return [rect(house.x, house.top, house.width, height, house.wall), edge, *bands, base]


def _windows(house: House) -> list[str]:
    step = (house.width - 36) / house.bays
    parts: list[str] = []
    for storey in range(house.storeys):
        y = STREET - 16 - (storey + 1) * house.rise + house.rise * 0.24
        for bay in range(house.bays):
            if storey == 0 and abs(bay - house.bays // 2) <= 1:
                continue
            parts += _window(house, house.x + 18 + bay * step, y, step, storey, bay)
    return parts


def _window(house: House, x: float, y: float, step: float, storey: int, bay: int) -> list[str]:
    middle = abs(bay - house.bays // 2) <= 1
    height = house.rise * 0.56
    pane = mix(GLASS, "#E8F1F3", 0.62 + 0.3 * share(house.seed, storey, bay))
    if house.glass or (middle and share(house.seed, "core") > 0.5):
        return [
            rect(x + 2, y - house.rise * 0.14, step - 4, height + house.rise * 0.2, pane),
            rect(x + step / 2 - 0.8, y - house.rise * 0.14, 1.6, height + house.rise * 0.2, "#F2F5F5"),
        ]
    wide = step * (0.5 if share(house.seed, "wide") < 0.5 else 0.62)
    left = x + (step - wide) / 2
    frame = mix(house.wall, "#FFFFFF", 0.4)
    return [
        rect(left - 3, y - 3, wide + 6, height + 6, frame),
        rect(left, y, wide, height, pane),
        rect(left + wide / 2 - 1, y, 2, height, frame),
        rect(left - 5, y + height + 3, wide + 10, 3, mix(house.wall, "#5C5548", 0.72)),
    ]


def _entrance(house: House) -> list[str]:
    middle, step = house.x + house.width / 2, (house.width - 36) / house.bays
    half, top = step * 1.5, STREET - 16 - house.rise * 0.98
    stone = mix(house.wall, "#FFFFFF", 0.3)
    columns = [
        rect(middle + offset - 6, top + 10, 12, STREET - 10 - top, stone)
        for offset in (-half - 4, -half / 2.4, half / 2.4, half + 4)
    ]
    door = [
        rect(middle - half / 2.6, top + 20, half / 1.3, STREET - top - 20, "#4E5F68"),
        rect(middle - 1, top + 20, 2, STREET - top - 20, "#DDE4E6"),
    ]
    canopy = [
        rect(middle - half - 20, top - 4, 2 * half + 40, 14, house.palette.brand),
        rect(middle - half - 20, top + 8, 2 * half + 40, 3, "#C9A54A"),
    ]
    steps = [
        rect(
            middle - half - 16 - 10 * n,
            STREET - 12 + 7 * n,
            2 * half + 32 + 20 * n,
            7,
            mix("#C8C4BA", "#8E8A80", 1 - 0.18 * n),
        )
        for n in range(4)
    ]
    return [
        rect(middle - half, top, 2 * half, STREET - top, mix(house.wall, "#4B4A46", 0.72)),
        *door,
        *columns,
        *canopy,
        *steps,
    ]


def _roof(house: House) -> list[str]:
    left, right, top = house.x, house.x + house.width, house.top
    tile = "#A4503C" if house.roof == "red" else mix(house.palette.deep, "#8A6A5A", 0.35)
    if house.roof in ("hip", "red"):
        return [
            polygon([(left - 20, top + 4), (left + 54, top - 44), (right - 54, top - 44), (right + 20, top + 4)], tile),
            rect(left + 54, top - 48, right - left - 108, 5, mix(tile, "#000000", 0.8)),
        ]
    cornice = [
        rect(left - 10, top - 12, right - left + 20, 14, mix(house.wall, "#6B6556", 0.78)),
        rect(left - 4, top - 24, right - left + 8, 13, house.wall),
    ]
    if house.roof == "pediment":
        middle = (left + right) / 2
        return [
            *cornice,
            polygon(
                [(middle - 120, top - 22), (middle, top - 66), (middle + 120, top - 22)],
                mix(house.wall, "#FFFFFF", 0.7),
            ),
            polygon(
                [(middle - 84, top - 26), (middle, top - 56), (middle + 84, top - 26)],
                mix(house.palette.brand, house.wall, 0.5),
            ),
        ]
    if house.roof == "parapet":
        rails = [rect(left + 6 + n * (right - left - 18) / 24, top - 36, 5, 14, house.wall) for n in range(25)]
        return [*cornice, *rails, rect(left - 2, top - 40, right - left + 4, 5, mix(house.wall, "#6B6556", 0.85))]
    return [*cornice, rect((left + right) / 2 - 46, top - 52, 92, 30, mix(house.wall, "#6B6556", 0.9))]
