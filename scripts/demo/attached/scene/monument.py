"""A memorial to the fallen on a hill."""

from __future__ import annotations

from attached.svg.draw import ellipse, path, polygon, rect

from .air import cloud, far_hills, sky
from .marks import line
from .plants import pine, pot
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the stele, the steps, the censer, two rows of trees and the white graves."""
    hill = [path("M0,520Q600,380 1200,520V750H0Z", t.tint("#93B27A"))]
    graves = [
        rect(x + row * (14 if x > 600 else -14), 566 + row * 52, 34, 20 + row * 5, t.tint("#F2F0E8", 0.03), rx=3)
        + rect(x - 5 + row * (14 if x > 600 else -14), 584 + row * 57, 44, 7, t.tint("#C9C5B8"))
        for row in range(3)
        for x in (110, 180, 250, 320, 850, 920, 990, 1060)
    ]
    court = [polygon([(500, 480), (700, 480), (860, 750), (340, 750)], t.tint("#DDD6C6"))]
    steps = [
        rect(480 - n * 12, 470 + n * 14, 240 + n * 24, 14, t.tint("#E7E2D6" if n % 2 else "#CFC9BA")) for n in range(5)
    ]
    trees = [
        pine(t, x, y, high)
        for x, y, high in (
            (440, 500, 170),
            (760, 500, 170),
            (388, 560, 210),
            (812, 560, 210),
            (50, 560, 230),
            (1150, 560, 230),
        )
    ]
    return [
        *sky(t),
        cloud(840, 150, 1.6),
        *far_hills(t, 440, 170),
        *hill,
        *trees[:2],
        *_stele(t),
        *court,
        *steps,
        *graves,
        *trees[2:],
        *_censer(t),
        pot(t, 490, 640, 90, "#E9C46A"),
        pot(t, 710, 640, 90, "#E9C46A"),
    ]


def _stele(t: Tone) -> list[str]:
    stone = t.tint("#E2DCCD")
    return [
        polygon([(560, 470), (572, 150), (600, 112), (628, 150), (640, 470)], stone),
        polygon([(600, 112), (628, 150), (640, 470), (600, 470)], t.tint("#C7C0AE")),
        rect(596, 190, 8, 220, "#C9A54A"), rect(520, 440, 160, 34, t.tint("#CFC9BA")), rect(500, 466, 200, 14, stone),
    ]  # fmt: skip


def _censer(t: Tone) -> list[str]:
    smoke = line("M588,556q-14,-34 4,-60t-2,-60M612,556q14,-30 -2,-56t4,-54", WHITE, 5, opacity="0.6")
    sticks = line("M588,600V560M600,600V552M612,600V560", "#A8433A", 4)
    bowl = path("M552,598H648Q646,648 616,656H584Q554,648 552,598Z", t.tint("#8C7440"))
    return [
        ellipse(600, 690, 70, 9, "#26352F", opacity="0.2"),
        smoke,
        sticks,
        bowl,
        rect(544, 592, 112, 10, t.tint("#A88B4E")),
        rect(572, 656, 10, 32, t.tint("#8C7440")),
        rect(618, 656, 10, 32, t.tint("#8C7440")),
    ]
