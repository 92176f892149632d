"""The contrast of what the tokens put beside each other, by WCAG 2's formula: every palette, light and dark."""

from __future__ import annotations

import re
from functools import cache

import pytest

from support.trees import ROOT

TOKENS = ROOT / "theme/static/tokens.css"
PALETTES = ("party", "ha-long", "ward", "indigo", "bronze")
GROUNDS = ("paper", "sunk", "tint")
STATES = ("ok", "warn", "bad", "info")
# What stands on what, and the least that it may differ: 7 for what is read, 6 for links on a
# tint and for second words on a brand's colour, 5.5 for words of a state, 3 for edges and marks.
PAIRS = (
    *(("ink", ground, 7.0) for ground in (*GROUNDS, "mute-bg")),
    *(("ink-2", ground, 7.0) for ground in ("paper", "sunk")),
    *((word, "paper", 7.0) for word in ("link", "hover")),
    *((word, "sunk", 6.0) for word in ("link", "hover")),
    *((word, "tint", 6.0) for word in ("link", "hover", "ink-2")),
    *(
        (word, ground, least)
        for word, least in (("on-brand", 7.0), ("on-brand-2", 6.0))
        for ground in ("brand", "deep")
    ),
    *((state, ground, 5.5) for state in STATES for ground in (f"{state}-bg", "paper")),
    *(("edge", ground, 3.0) for ground in ("paper", "sunk")),
    *(("gold", ground, 3.0) for ground in ("brand", "deep")),
    *(("focus-ring", ground, 3.0) for ground in ("paper", "focus-halo")),
)


def luminance(colour: str) -> float:
    """Return how bright ``#RRGGBB`` is, from 0 to 1, as WCAG 2 reckons it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def tokens(palette: str, scheme: str) -> dict[str, str]:
    """Return token -> colour, as a page of that palette has it."""
    light, _, dark = TOKENS.read_text("utf-8").partition("@media screen and (prefers-color-scheme: dark)")
    assert dark
    found: dict[str, str] = {}
    for text in (light, dark) if scheme == "dark" else (light,):
        for selector in (":root", f'[data-palette="{palette}"]'):
            for body in re.findall(re.escape(selector) + r" \{(.*?)\}", text, re.DOTALL):
                found |= dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6})\b", body))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("palette", PALETTES)
def test_what_is_read_stands_out(palette: str, scheme: str) -> None:
    colours = tokens(palette, scheme)
    faint = {
        f"{front} on {ground}": round(contrast(colours[front], colours[ground]), 2)
        for front, ground, least in PAIRS
        if contrast(colours[front], colours[ground]) < least
    }
    assert faint == {}


def test_every_palette_of_the_tokens_is_measured() -> None:
    assert set(re.findall(r'\[data-palette="([\w-]+)"\]', TOKENS.read_text("utf-8"))) == set(PALETTES)


@pytest.mark.parametrize(
    ("one", "other", "said"), [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#FF0000", "#FFFFFF", 4.0)]
)
def test_the_formula_gives_what_others_reckon(one: str, other: str, said: float) -> None:
    assert contrast(one, other) == pytest.approx(said, abs=0.005)
