"""A table where families sign an undertaking before the lunar new year."""

from __future__ import annotations

from attached.svg.draw import circle, rect

from .marks import group, line
from .people import sitting
from .room import board, room, table, window
from .tone import Tone


def draw(t: Tone) -> list[str]:
    """Draw the table with papers, pens and a branch of peach blossom."""
    papers = [
        rect(380 + n * 150, 556 - n % 2 * 4, 96, 12, "#FBF9F2") + rect(384 + n * 150, 562, 96, 8, "#E4DFD2")
        for n in range(3)
    ]
    pens = [line(f"M{486 + n * 150},562l34,-12", t.palette.deep, 6) for n in range(2)]
    people = [sitting(t, 200, 720, 300, "#8FA9B8"), sitting(t, 1050, 715, 300, "#C98F6B", flip=True)]
    return [
        *room(t), window(t, 90, 110, 220, 260), board(t, 420, 120, 360, 230), window(t, 890, 110, 220, 260),
        *people, table(t, 300, 730, 620, 158, t.tint("#B5483F", 0.2)), *papers, *pens, _blossom(t),
    ]  # fmt: skip


def _blossom(t: Tone) -> str:
    branches = line(
        "M0,-60Q-6,-120 -40,-170M0,-60Q4,-130 26,-200M0,-80Q30,-120 62,-140M-14,-118Q-50,-126 -70,-118", "#6B4A38", 5
    )
    flowers = ""
    for n in range(22):
        x, y = ((-40, -170), (26, -200), (62, -140), (-70, -118), (-8, -128), (14, -160))[n % 6]
        flowers += circle(
            x + t.vary(-24, 24, "fx", n),
            y + t.vary(-20, 24, "fy", n),
            t.vary(6, 10, "fr", n),
            "#E58FA3" if n % 3 else "#F3BCC8",
        )
    vase = '<path d="M-26,0Q-40,-34 -14,-62H14Q40,-34 26,0Z" fill="#4F7C93"/>' + rect(-17, -68, 34, 8, "#3F6579")
    return group([branches, flowers, vase], 856, 566, 1.25)
