"""The tokens of a theme as its page of components shows them: colours beside each other with their contrast, sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

_GROUNDS: Final = ("paper", "sunk", "tint")
STATES: Final = ("ok", "warn", "bad", "info")
# What stands on what, and the least that it may differ: 7 for what is read, 6 for links on a
# tint and for second words on a brand's colour, 5.5 for words of a state, 3 for edges and marks.
PAIRS: Final = (
    *(("ink", ground, 7.0) for ground in (*_GROUNDS, "mute-bg")),
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
_DARK: Final = "@media screen and (prefers-color-scheme: dark)"
_ROOT: Final = re.compile(r":root \{(.*?)\}", re.DOTALL)
_COLOUR: Final = re.compile(r"--([\w-]+): (#[0-9A-Fa-f]{6})\b")
_SIZE: Final = re.compile(r"--(t-[\w-]+|s\d): (\d*\.?\d+)rem")
_PIXELS: Final = 16  # of a rem


class Ratio(Struct, frozen=True):
    """Two colours and by how much they differ (WCAG 2, 1.4.3), as a page shows it."""

    front: str
    ground: str
    text: str


class Contrast(Struct, frozen=True):
    """What stands on what: the names of two tokens, the least that is asked, and what light and dark have."""

    front: str
    ground: str
    least: str
    light: Ratio
    dark: Ratio


class Size(Struct, frozen=True):
    """A step of type or of space: its token, its value in rem, and pixels on a telephone."""

    token: str
    rem: str
    pixels: int


class Tokens(Struct, frozen=True):
    """The tokens of a palette."""

    contrasts: tuple[Contrast, ...]
    types: tuple[Size, ...]
    spaces: tuple[Size, ...]


def tokens(theme: Path, palette: str) -> Tokens:
    """Return the tokens of a palette of a theme."""
    text = (theme / "static/tokens.css").read_text("utf-8")
    light, dark = (_colours(text, palette, dark=dark) for dark in (False, True))
    contrasts = (
        Contrast(front, ground, _said(least), _ratio(light, front, ground), _ratio(dark, front, ground))
        for front, ground, least in PAIRS
        if {front, ground} <= light.keys()
    )
    sizes = tuple(_sizes(text))
    types, spaces = (tuple(one for one in sizes if one.token.startswith(kind)) for kind in ("t", "s"))
    return Tokens(tuple(contrasts), types, spaces)


def _colours(text: str, palette: str, *, dark: bool) -> Mapping[str, str]:
    """Return token -> colour; what the dark does not say again is as in the light."""
    first, _, second = text.partition(_DARK)
    own = re.compile(rf'\[data-palette="{re.escape(palette)}"\] \{{(.*?)\}}', re.DOTALL)
    parts = (first, second) if dark else (first,)
    bodies = (body for part in parts for rule in (_ROOT, own) for body in rule.findall(part))
    return {name: colour for body in bodies for name, colour in _COLOUR.findall(body)}


def _ratio(colours: Mapping[str, str], front: str, ground: str) -> Ratio:
    one, other = colours[front], colours[ground]
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return Ratio(one, other, _said((lighter + 0.05) / (darker + 0.05)))


def _luminance(colour: str) -> float:
    """Return how bright ``#RRGGBB`` is, from 0 to 1 (WCAG 2, relative luminance)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _sizes(text: str) -> Iterator[Size]:
    """The sizes of a telephone: those of wider windows are given further below."""
    root = next(body for body in _ROOT.findall(text) if "--t-body" in body)
    for token, rem in _SIZE.findall(root):
        yield Size(token, f"{float(rem):g}".replace(".", ","), round(float(rem) * _PIXELS))


def _said(ratio: float) -> str:
    """Return a ratio with one digit, cut and not rounded: what is shown is reached."""
    return f"{int(ratio * 10) / 10:g}".replace(".", ",")
