"""A room instead of a front: a newsroom with desks and screens, or an entrance hall with a desk and a board."""

from __future__ import annotations

from attached.dice import share
from attached.palette import Palette, mix
from attached.svg.draw import picture, polygon, rect
from attached.wanted import Wanted

WIDTH, HEIGHT = 960.0, 540.0


def make(want: Wanted, source: Wanted, palette: Palette) -> bytes:
    """Draw the room that the text of the original speaks of."""
    hall = source.alt.lower().startswith("cửa vào")
    wall = mix(palette.brand, "#F3F2EE", 0.08)
    room = [
        rect(0, 0, WIDTH, HEIGHT, wall),
        polygon([(0, 400), (WIDTH, 400), (WIDTH, HEIGHT), (0, HEIGHT)], "#CFC8BA"),
        rect(0, 394, WIDTH, 8, mix(wall, "#6D685E", 0.7)),
    ]
    return picture(WIDTH, HEIGHT, want.alt, [*room, *(_hall(palette) if hall else _newsroom(palette, source.item.id))])


def _newsroom(palette: Palette, seed: str) -> list[str]:
    parts = [rect(300, 60, 360, 190, "#2F3A42", rx=6), rect(312, 72, 336, 166, mix(palette.brand, "#EAF0F1", 0.3))]
    for n in range(9):
        height = 30 + 90 * share(seed, "bar", n)
        parts.append(rect(334 + n * 34, 222 - height, 20, height, mix(palette.deep, "#FFFFFF", 0.75 if n % 3 else 0.5)))
    parts += [
        rect(90, 80, 130, 150, "#DCE6EA", stroke="#FFFFFF", stroke_width=8),
        rect(740, 80, 130, 150, "#DCE6EA", stroke="#FFFFFF", stroke_width=8),
    ]
    for x in (60, 350, 640):
        parts += _desk(x, palette)
    return parts


def _desk(x: float, palette: Palette) -> list[str]:
    screens = [
        part
        for offset in (34, 142)
        for part in (
            rect(x + offset, 318, 86, 56, "#3A454C", rx=4),
            rect(x + offset + 5, 323, 76, 46, mix(palette.brand, "#F2F6F7", 0.18)),
            rect(x + offset + 12, 332, 40, 5, mix(palette.brand, "#FFFFFF", 0.6)),
            rect(x + offset + 12, 343, 58, 4, "#9FB0B6"),
            rect(x + offset + 12, 352, 50, 4, "#9FB0B6"),
            rect(x + offset + 38, 374, 10, 14, "#3A454C"),
        )
    ]
    top = rect(x, 388, 260, 16, "#B08D63")
    legs = [
        rect(x + 10, 404, 12, 96, "#8A6C49"),
        rect(x + 238, 404, 12, 96, "#8A6C49"),
        rect(x + 22, 404, 216, 40, "#A07F58"),
    ]
    chairs = [
        part
        for offset in (62, 170)
        for part in (
            rect(x + offset, 420, 36, 64, mix(palette.deep, "#3A3F44", 0.6), rx=8),
            rect(x + offset + 15, 484, 6, 26, "#5A6166"),
        )
    ]
    return [*screens, top, *legs, *chairs]


def _hall(palette: Palette) -> list[str]:
    door = [
        rect(350, 110, 260, 292, "#B9BFC0"),
        rect(362, 122, 116, 280, "#9DB3BC"),
        rect(482, 122, 116, 280, "#9DB3BC"),
        rect(466, 250, 5, 60, "#4F5B61"),
        rect(489, 250, 5, 60, "#4F5B61"),
        rect(330, 84, 300, 26, palette.brand),
    ]
    board = [
        rect(90, 110, 190, 240, mix(palette.deep, "#FFFFFF", 0.86), rx=4),
        *(rect(110, 138 + n * 28, 40, 10, "#E3C56C") for n in range(7)),
        *(rect(162, 138 + n * 28, 70 + 26 * (n % 2), 10, "#E9EEF0") for n in range(7)),
    ]
    desk = [
        rect(676, 322, 220, 16, "#B08D63"),
        rect(690, 338, 192, 110, mix("#A07F58", palette.brand, 0.8)),
        rect(746, 272, 76, 50, "#3A454C", rx=4),
        rect(752, 278, 64, 38, mix(palette.brand, "#F2F6F7", 0.2)),
        rect(700, 364, 172, 3, "#C9A54A"),
    ]
    mat = polygon([(370, 408), (590, 408), (640, 500), (320, 500)], mix(palette.brand, "#8A7F72", 0.35))
    return [*door, *board, mat, *desk]
