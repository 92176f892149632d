"""A meeting hall seen from the back row."""

from __future__ import annotations

from attached.svg.draw import polygon, rect

from .marks import stamp, use
from .people import bust, person
from .plants import pot
from .room import room
from .tone import WHITE, WOOD, Tone


def draw(t: Tone) -> list[str]:
    """Draw the stage and the rows; somebody stands and speaks among the voters if the words say so."""
    rows = [
        use("bust", 60 + n * step + (k % 2) * step / 2, y, size, t.shirt(n + k * 5))
        for k, (y, size, step, count) in enumerate(((520, 0.9, 92, 13), (590, 1.15, 112, 11), (690, 1.55, 146, 9)))
        for n in range(count)
        if not (t.says("đứng phát biểu") and k == 1 and n == 6)
    ]
    speaker = [person(t, 792, 668, 236, "#E9EDEC", "back")] if t.says("đứng phát biểu") else []
    cut = 24 if speaker else len(rows)
    return [stamp("bust", bust()), *room(t, 470), *_stage(t), *rows[:cut], *speaker, *rows[cut:]]


def _stage(t: Tone) -> list[str]:
    cloth = t.tint(t.palette.brand, 0.5)
    curtain = [rect(250 + n * 50, 70, 26, 340, t.palette.deep, opacity="0.22") for n in range(14)]
    wings = [
        polygon([(x, 60), (x + 90, 60), (x + 90 - lean, 420), (x + lean, 420)], t.palette.deep)
        for x, lean in ((190, 14), (920, 14))
    ]
    board = [
        rect(400, 128, 400, 120, t.tint("#FBF7EA", 0.05), rx=4),
        rect(470, 160, 260, 14, cloth),
        rect(510, 196, 180, 12, cloth, opacity="0.6"),
    ]
    steps = [rect(180, 404, 840, 36, t.tint(WOOD)), rect(180, 436, 840, 40, t.tint("#6E5036"))]
    stand = [
        polygon([(820, 310), (906, 310), (896, 406), (830, 406)], t.tint("#B98F63")),
        rect(814, 302, 98, 12, t.tint(WOOD)),
    ]
    panel = [rect(420, 352, 300, 54, t.tint(WHITE, 0.2)), rect(412, 346, 316, 12, t.tint("#D6CFBF"))]
    sat = [person(t, 470 + n * 66, 440, 130, "#E9EDEC" if n % 2 else "#C9D3D8") for n in range(4)]
    return [
        rect(200, 60, 800, 360, cloth),
        *curtain,
        *board,
        *wings,
        *sat,
        *panel,
        person(t, 862, 430, 150, "#E9EDEC"),
        *stand,
        *steps,
        pot(t, 770, 408, 78, "#E9C46A"),
        pot(t, 330, 408, 78, "#D9644A"),
    ]
