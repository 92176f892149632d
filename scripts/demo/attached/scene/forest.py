"""A forest in the dry season, with a path and a sign against fire."""

from __future__ import annotations

from attached.svg.draw import circle, path, rect

from .air import hills, sky
from .marks import line
from .people import person
from .plants import bush, pine, tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the slopes, the trees in layers, two who patrol, and the sign."""
    slopes = [
        hills(t, 340, 200, t.tint("#B9C6B4", 0.14), "far", 180),
        hills(t, 420, 160, t.tint("#8FA877", 0.14), "mid", 220),
    ]
    back = [
        pine(t, -10 + n * 62, 470 + t.vary(-14, 14, "back", n), t.vary(120, 180, "bh", n), "#6E9468") for n in range(20)
    ]
    ground = [
        path("M0,470Q600,440 1200,476V750H0Z", t.tint("#C7B27C")),
        path("M652,452Q610,520 660,590T540,750H860Q800,640 704,590T668,452Z", t.tint("#E2CFA0")),
    ]
    trees = [
        tree(t, x, y, high, colour)
        for x, y, high, colour in (
            (60, 540, 330, "#7C8F4E"),
            (230, 560, 360, "#5C8C57"),
            (420, 520, 270, "#93904C"),
            (860, 530, 290, "#6E8F50"),
            (1010, 570, 370, "#5C8C57"),
            (1160, 550, 340, "#93904C"),
        )
    ]
    leaves = line(
        "".join(f"M{t.vary(0, 1200, 'lx', n):.0f},{t.vary(600, 740, 'ly', n):.0f}l9,-3" for n in range(50)),
        t.tint("#A8743F"),
        4,
    )
    sign = [
        rect(300, 560, 12, 150, t.tint("#6E5440")),
        circle(306, 520, 62, WHITE, stroke="#C9443A", stroke_width=14),
        path(
            "M306,482Q338,514 324,540Q316,556 306,556Q290,556 284,540Q278,522 296,510Q300,526 308,520Q312,504 306,482Z",
            "#E08A3A",
        ),
        line("M264,478L348,562", "#C9443A", 11),
    ]
    patrol = [
        person(t, 640, 656, 170, "#6F8F5E", "walk", "#5C6E46", trousers="#5C6E46"),
        person(t, 720, 664, 172, "#6F8F5E", "walk", "#5C6E46", trousers="#5C6E46"),
    ]
    return [
        *sky(t),
        *slopes,
        *back,
        *ground,
        *trees,
        leaves,
        *patrol,
        *sign,
        bush(t, 110, 740, 170, "#8A9450"),
        bush(t, 1060, 745, 190, "#7C8F4E"),
    ]
