"""A headquarters: storeys, roof, colour, trees and mast as the picture's text says; the rest by the item's id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from attached.dice import between, pick, share
from attached.palette import Palette, mix, palette_of
from attached.svg import interior
from attached.svg.draw import picture, polygon, polyline, rect
from attached.svg.facade import facade
from attached.svg.garden import ground, trees
from attached.wanted import Studio, Wanted, original

WIDTH, HEIGHT, STREET = 960.0, 540.0, 452.0
NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
WALLS = ("#E9DFC9", "#E6E3DA", "#DCE2E2", "#EADBC8", "#E3E0D2", "#D9DDDA")


@dataclass(frozen=True)
class House:
    """What is drawn: x and width of the block, height of a storey."""

    storeys: int
    bays: int
    wall: str
    roof: str
    glass: bool
    x: float
    width: float
    rise: float
    palette: Palette
    seed: str

    @property
    def top(self) -> float:
        """Return where the wall ends."""
        return STREET - self.storeys * self.rise - 14


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the building, or the room if the text speaks of a room."""
    palette = palette_of(studio.policy, want.item.portal)
    source = original(want, studio)
    words = source.alt.lower()
    if words.startswith(("phòng", "cửa vào")):
        return interior.make(want, source, palette)
    house = house_of(words, source.item.id, palette)
    parts = [
        *_sky(house),
        *_behind(words, house),
        *facade(house),
        *ground(house),
        *_mast(words, house),
        *trees(words, house),
    ]
    return picture(WIDTH, HEIGHT, want.alt, parts, lang=want.item.lang)


def house_of(words: str, seed: str, palette: Palette) -> House:
    """Return the house that the words and the id describe."""
    found = re.search(r"(\w+) tầng", words)
    storeys = NUMBERS.get(found[1], 0) if found else 0
    storeys = storeys or pick((3, 4, 4, 5), seed, "storeys")
    bays = pick((7, 9, 9, 11), seed, "bays")
    wall = "#EBD49A" if "vàng" in words else pick(WALLS, seed, "wall")
    roof = (
        "red"
        if "mái đỏ" in words
        else "flat"
        if "mái bằng" in words
        else pick(("flat", "hip", "parapet", "pediment"), seed, "roof")
    )
    width = min(bays * 66 + 40, 760.0)
    rise = min(70.0, 300.0 / storeys)
    return House(
        storeys,
        bays,
        wall,
        roof,
        "kính" in words,
        (WIDTH - width) / 2 + between(-30, 30, seed, "x"),
        width,
        rise,
        palette,
        seed,
    )


def _sky(house: House) -> list[str]:
    sky = mix(house.palette.brand, "#F4F7F8", 0.1)
    far = mix(house.palette.brand, sky, 0.16)
    ridge = [(x * 60.0, 330 + 60 * share(house.seed, "ridge", x) - (40 if x % 5 == 2 else 0)) for x in range(17)]
    return [rect(0, 0, WIDTH, HEIGHT, sky), polygon([(0, STREET), *ridge, (WIDTH, STREET)], far)]


def _behind(words: str, house: House) -> list[str]:
    """Draw the aerial mast that stands behind some houses."""
    if "ăng ten" not in words:
        return []
    x, top = house.x + house.width * 0.8, 40.0
    legs = [polyline([(x - 22, STREET), (x, top), (x + 22, STREET)], "#7B8790", 3)]
    rungs = [
        polyline([(x - 22 * t, top + (STREET - top) * t), (x + 22 * t, top + (STREET - top) * t)], "#7B8790", 1.5)
        for t in (0.15, 0.3, 0.45, 0.6)
    ]
    return [*legs, *rungs]


def _mast(words: str, house: House) -> list[str]:
    """Draw a bare flagpole on its base: no flag, which would be the State's."""
    if "cột cờ" not in words:
        return []
    x = house.x + house.width / 2 - 120
    return [
        rect(x - 2, 150, 4, 350, "#8C959B"),
        polygon([(x - 22, 506), (x + 22, 506), (x + 14, 492), (x - 14, 492)], "#B9BEBF"),
        rect(x - 4, 144, 8, 8, house.palette.brand),
    ]
