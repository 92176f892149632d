"""SVG markup, escaped, with coordinates of one decimal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

FONT = "Noto Sans, Arial, Liberation Sans, Noto Sans SC, sans-serif"
Point = tuple[float, float]
_NARROW, _WIDE = set("iljtfrI.,;:'()-/ "), set("mwMW—%")


def picture(
    width: float, height: float, title: str, parts: Iterable[str], description: str = "", lang: str = "vi"
) -> bytes:
    """Return a whole file; the title is what a screen reader says."""
    labels = f"<title>{escape(title)}</title>" + (f"<desc>{escape(description)}</desc>" if description else "")
    size = f'viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" lang="{lang}">'
    return "\n".join((head, labels, *(part for part in parts if part), "</svg>", "")).encode()


def rect(x: float, y: float, width: float, height: float, fill: str, **more: object) -> str:
    """Return a rectangle."""
    return _tag("rect", x=x, y=y, width=width, height=height, fill=fill, **more)


def circle(x: float, y: float, radius: float, fill: str, **more: object) -> str:
    """Return a disc."""
    return _tag("circle", cx=x, cy=y, r=radius, fill=fill, **more)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: object) -> str:
    """Return an ellipse."""
    return _tag("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more)


def polygon(points: Sequence[Point], fill: str, **more: object) -> str:
    """Return a closed shape."""
    return _tag("polygon", points=" ".join(f"{num(x)},{num(y)}" for x, y in points), fill=fill, **more)


def polyline(points: Sequence[Point], stroke: str, width: float, **more: object) -> str:
    """Return an open line."""
    places = " ".join(f"{num(x)},{num(y)}" for x, y in points)
    return _tag("polyline", points=places, fill="none", stroke=stroke, stroke_width=width, **more)


def path(data: str, fill: str, **more: object) -> str:
    """Return a path."""
    return _tag("path", d=data, fill=fill, **more)


def text(x: float, y: float, words: str, size: float, fill: str, **more: object) -> str:
    """Return one line of text, centred on ``x`` unless ``text_anchor`` says otherwise."""
    attributes = {"font_family": FONT, "font_size": size, "text_anchor": "middle", **more}
    return _tag("text", content=escape(words), x=x, y=y, fill=fill, **attributes)


def num(value: float) -> str:
    """Return a short decimal."""
    return f"{value:.1f}".removesuffix(".0")


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide a line of text will be; wide enough for common sans-serif faces."""
    total = 0.0
    for letter in words:
        base = unicodedata.normalize("NFD", letter)[0]
        total += 0.34 if base in _NARROW else 0.9 if base in _WIDE else 0.7 if base.isupper() else 0.58
    return total * size * (1.05 if bold else 1)


def wrapped(words: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Break words into lines no wider than ``room``."""
    lines: list[str] = []
    for word in words.split():
        if lines and width_of(f"{lines[-1]} {word}", size, bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _tag(name: str, **attributes: object) -> str:
    content = attributes.pop("content", "")
    written = " ".join(f"{key.replace('_', '-')}={quoteattr(_value(value))}" for key, value in attributes.items())
    return f"<{name} {written}>{content}</{name}>" if content else f"<{name} {written}/>"


def _value(value: object) -> str:
    return num(value) if isinstance(value, (int, float)) else str(value)
