"""A field of sugar cane in a hilly district."""

from __future__ import annotations

from attached.svg.draw import circle, polygon, rect

from .air import far_hills, sky
from .marks import group, line
from .people import person
from .plants import tree, tufts
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the cane in rows on both sides of a track, with a loaded cart and growers."""
    field = [
        rect(0, 440, 1200, 310, t.tint("#B7B56A")),
        polygon([(560, 440), (640, 440), (900, 750), (300, 750)], t.tint("#D2B482")),
    ]
    rows = [
        tufts(t, y, t.tint(colour), size, step)
        for y, colour, size, step in ((476, "#8CA552", 50, 20), (540, "#7A9A48", 84, 32))
    ]
    front = [
        group(
            [
                line(
                    "M0,0Q-6,-90 -2,-170M0,-100Q-40,-150 -70,-140M0,-130Q40,-190 74,-168M0,-160Q-30,-230 -60,-226M-2,-165Q20,-230 50,-240",
                    t.tint("#6A8C40"),
                    9,
                )
            ],
            x,
            y,
            s,
        )
        for x, y, s in (
            (40, 750, 1.2),
            (120, 740, 1.05),
            (210, 755, 1.15),
            (290, 750, 0.9),
            (930, 750, 0.95),
            (1010, 745, 1.1),
            (1090, 755, 1.2),
            (1170, 745, 1.1),
        )
    ]
    road = polygon([(556, 546), (650, 546), (860, 750), (350, 750)], t.tint("#D9BE90"))
    cart = [
        rect(520, 560, 170, 44, t.tint("#8A6444")),
        *(line(f"M510,{552 - n * 12}H700", t.tint(("#8F9A4A", "#A88A4A")[n % 2]), 12) for n in range(5)),
        *(circle(x, 614, 22, "#333A3D") + circle(x, 614, 8, "#AEB6B8") for x in (556, 654)),
    ]
    return [
        *sky(t),
        *far_hills(t, 420, 190),
        tree(t, 80, 450, 120),
        tree(t, 1080, 450, 140),
        *field,
        *rows,
        road,
        *cart,
        person(t, 760, 690, 180, "#7FA3B8", "reach", "cone", flip=True),
        person(t, 440, 700, 184, "#C98F6B", "bend", "cone"),
        *front,
    ]
