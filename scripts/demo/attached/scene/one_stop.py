"""The desk of a one-stop office with its rack of forms."""

from __future__ import annotations

from attached.svg.draw import circle, rect

from .people import person
from .plants import pot
from .room import room, shelf, table, window
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw an officer behind the desk, somebody who hands in papers, and the rack."""
    desk = [
        rect(420, 500, 470, 210, t.tint("#C9A574")),
        rect(404, 484, 502, 22, t.tint(WOOD)),
        rect(440, 530, 430, 150, t.tint("#D9BB8E")),
    ]
    computer = [
        rect(500, 388, 120, 82, "#46525A", rx=6),
        rect(508, 396, 104, 64, t.tint("#BFD6DC")),
        rect(550, 468, 20, 18, "#46525A"),
    ]
    papers = [rect(760, 474, 90, 8, WHITE), rect(764, 466, 90, 8, "#EDE7D6")]
    clock = [
        circle(660, 120, 44, WHITE, stroke=t.tint(WOOD), stroke_width=8),
        rect(658, 92, 4, 30, "#333A3D"),
        rect(658, 118, 24, 4, "#333A3D"),
    ]
    return [
        *room(t), window(t, 960, 120, 170, 250), *clock, shelf(t, 80, 560, 250, 5),
        person(t, 700, 640, 330, "#DCE6EC"), *desk, *computer, *papers, person(t, 1010, 728, 360, "#B5898C", "reach", flip=True),
        table(t, 60, 730, 300, 90), rect(110, 622, 90, 10, WHITE), rect(220, 618, 80, 14, t.palette.brand), pot(t, 380, 716, 110),
    ]  # fmt: skip
