"""A place to read papers: a rack, a notice board and two readers."""

from __future__ import annotations

from attached.svg.draw import polygon, rect

from .people import person, sitting
from .plants import pot
from .room import board, room, shelf, table, window
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the corner for those who want information."""
    book = polygon([(690, 548), (740, 540), (790, 548), (790, 562), (740, 554), (690, 562)], WHITE)
    pile = [rect(540, 548 - n * 12, 90 - n * 8, 12, (t.palette.brand, "#D8C27A", "#E9EDEC")[n]) for n in range(3)]
    return [
        *room(t), board(t, 420, 110, 380, 260), window(t, 900, 110, 210, 260), shelf(t, 80, 570, 250, 5),
        person(t, 380, 700, 340, "#B5898C", "reach", flip=True), sitting(t, 890, 735, 340, "#7FA3B8", flip=True),
        table(t, 510, 735, 330, 164), *pile, book, pot(t, 1120, 700, 170),
    ]  # fmt: skip
