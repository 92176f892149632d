"""A modern one-stop hall: four counters, a screen of numbers and seats."""

from __future__ import annotations

from attached.svg.draw import circle, rect

from .marks import stamp, use
from .people import bust, person
from .plants import pot
from .room import room
from .tone import WHITE, Tone


def draw(t: Tone) -> list[str]:
    """Draw the counters with officers, the people at them, and rows of seats; a touch screen if the words say so."""
    counters = [part for n in range(4) for part in _counter(t, 90 + n * 265, n)]
    seats = [rect(60 + n * 112, 640, 96, 70, t.tint("#5F7F93", 0.3), rx=10) for n in range(10)]
    waiting = [use("bust", 108 + n * 112, 612, 1.25, t.shirt(n)) for n in (1, 2, 4, 7, 8)]
    visitors = [person(t, 246, 600, 220, pose="back"), person(t, 776, 604, 226, pose="back")]
    kiosk = _kiosk(t) if t.says("màn hình tra cứu") else [pot(t, 1150, 580, 150)]
    return [stamp("bust", bust()), *room(t, 500), *_numbers(), *counters, *visitors, *kiosk, *waiting, *seats]


def _counter(t: Tone, x: float, key: int) -> list[str]:
    return [
        person(t, x + 110, 520, 240, "#DCE6EC"),
        rect(x, 400, 220, 138, t.tint("#C9A574")), rect(x - 8, 388, 236, 16, t.tint("#8A6444")),
        rect(x + 10, 420, 200, 96, t.tint("#E2CBA2")), rect(x + 20, 330, 74, 52, "#46525A", rx=5), rect(x + 26, 336, 62, 38, t.tint("#BFD6DC")),
        rect(x + 66, 210, 88, 40, t.palette.brand, rx=6), circle(x + 110, 230, 12, WHITE if key % 2 else "#F0C35A"),
    ]  # fmt: skip


def _numbers() -> list[str]:
    rows = [rect(430 + k * 190, 92 + n * 32, 130, 14, "#F0C35A" if k else "#DCEBE4") for n in range(3) for k in (0, 1)]
    return [rect(400, 66, 400, 126, "#2E383D", rx=8), *rows]


def _kiosk(t: Tone) -> list[str]:
    lines = [rect(1042, 372 + n * 26, 86 - n % 2 * 24, 10, t.tint("#8FA0A5", 0.4)) for n in range(4)]
    return [
        rect(1060, 500, 50, 170, t.tint("#7C8486")),
        rect(1010, 340, 150, 176, "#46525A", rx=10),
        rect(1024, 354, 122, 148, "#F4F8F8"),
        *lines,
        rect(1030, 664, 110, 16, t.tint("#5E6B70")),
        person(t, 960, 690, 280, "#D8C27A", "reach"),
    ]
