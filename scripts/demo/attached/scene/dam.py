"""A reservoir among mountains, with its earth dam."""

from __future__ import annotations

from attached.svg.draw import path, polygon, rect

from .air import hills, sky
from .marks import line, wash
from .plants import tree
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the lake, the dam, its spillway and the intake tower."""
    peaks = [
        hills(t, 330, 230, t.tint("#B4C6C9", 0.14), "peak", 190),
        hills(t, 370, 150, t.tint("#83A58B", 0.16), "slope", 240),
    ]
    lake = [
        wash("lake", t.tint("#A9CBD0", 0.06), t.tint("#6BA4AE", 0.12), 366, 130),
        *(
            rect(t.vary(0, 1000, "g", n), 384 + n * 16, t.vary(60, 180, "l", n), 3, WHITE, opacity="0.5")
            for n in range(6)
        ),
    ]
    dam = [
        path("M0,480H1200V500L1200,750H0Z", t.tint("#94B06E")),
        line("".join(f"M0,{540 + n * 52}H760" for n in range(4)), t.tint("#7C9A5B"), 5),
        rect(0, 470, 1200, 16, t.tint("#CFC8B6")), rect(0, 462, 1200, 4, t.tint("#8C8878")), *(rect(n * 48, 462, 5, 12, t.tint("#8C8878")) for n in range(25)),
    ]  # fmt: skip
    spill = [
        polygon([(800, 470), (1010, 470), (1090, 750), (720, 750)], t.tint("#C6C1B3")),
        polygon([(822, 486), (988, 486), (1050, 750), (760, 750)], t.tint("#8FC0C9")),
        *(polygon([(840 + n * 40, 490), (848 + n * 40, 490), (838 + n * 62 - 30, 750), (812 + n * 62 - 30, 750)], WHITE, opacity="0.5") for n in range(4)),
        *(rect(800 + n * 66, 424, 14, 62, t.tint("#AFA998")) for n in range(4)), rect(792, 416, 228, 14, t.tint("#8C8878")),
    ]  # fmt: skip
    tower = [
        rect(330, 340, 62, 130, t.tint("#D8D2C2")),
        polygon([(318, 342), (361, 306), (404, 342)], t.tint("#B05C43")),
        rect(350, 366, 22, 32, t.tint("#6D8C96")),
        rect(386, 424, 210, 8, t.tint("#8C8878")),
        *(rect(430 + n * 60, 430, 7, 42, t.tint("#8C8878")) for n in range(3)),
    ]
    return [
        *sky(t),
        *peaks,
        *lake,
        *tower,
        *dam,
        *spill,
        tree(t, 90, 690, 230),
        tree(t, 210, 730, 260),
        tree(t, 1150, 720, 280),
    ]
