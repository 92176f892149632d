"""A large passenger ship at anchor in the bay."""

from __future__ import annotations

from attached.svg.draw import path

from .air import DAY, DUSK, karsts, sea, sky
from .boats import cruiser, liner, rowing
from .houses import street
from .plants import palm, tree
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the ship and the boats that take its passengers ashore; towards evening there is a shore with houses."""
    evening = t.says("chiều")
    light = DUSK if evening else DAY
    islands = [*karsts(t, 432, 210, t.tint("#A9BFC4", 0.14), "far", 6)]
    near = karsts(t, 462, 260, t.tint("#7E9F93", 0.16), "near", 2)
    water = sea(t, 430, "#C9B8A6", "#6F8E9C") if evening else sea(t, 430)
    if evening:
        shore = [
            path("M0,640Q300,612 640,652T1200,640V750H0Z", t.tint("#A9A083")),
            *street(t, 730, -10, 420, 46),
            *street(t, 744, 800, 1200, 46),
            tree(t, 470, 740, 130),
            tree(t, 760, 742, 150),
        ]
        small = [cruiser(t, 330, 556, 130, True), cruiser(t, 530, 612, 160, True), cruiser(t, 730, 640, 170, True)]
        return [*sky(t, light), *islands, *water, *near, liner(t, 700, 510, 620), *small, *shore]
    small = [cruiser(t, 250, 660, 250, True), rowing(t, 960, 700, 170)]
    return [
        *sky(t, light),
        *islands,
        *water,
        *near,
        liner(t, 640, 552, 860),
        *small,
        palm(t, 1130, 760, 430),
        palm(t, 1190, 770, 330),
    ]
