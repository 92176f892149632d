"""The contrast of what the tokens put beside each other, by WCAG 2's formula: every palette, light and dark."""

from __future__ import annotations

import re
from functools import cache

import pytest

from congbo.site.tokens import PAIRS
from congbo.site.tokens import tokens as shown_tokens
from support.trees import ROOT

TOKENS = ROOT / "theme/static/tokens.css"
PALETTES = ("party", "ha-long", "ward", "indigo", "bronze")


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


@pytest.mark.parametrize("palette", PALETTES)
def test_the_page_of_components_shows_what_is_measured_here(palette: str) -> None:
    found = shown_tokens(ROOT / "theme", palette).contrasts
    assert [(one.front, one.ground) for one in found] == [(front, ground) for front, ground, _ in PAIRS]
    for one in found:
        for scheme, ratio in (("light", one.light), ("dark", one.dark)):
            colours = tokens(palette, scheme)
            measured = contrast(colours[one.front], colours[one.ground])
            assert measured - 0.1 < float(ratio.text.replace(",", ".")) <= measured
