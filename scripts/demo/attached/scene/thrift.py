"""Shorter files: a shape that a picture repeats is written once and put down by reference."""

from __future__ import annotations

import re
from collections import Counter

_GROUP = re.compile(r'<g (transform="[^"]*")>((?:(?!</?g[ >]).)+)</g>')
_PATH = re.compile(r'<path d="([^"]{36,})" fill="([^"]*)"/>')
_RECT = r'<rect x="[-\d.]+" y="[-\d.]+" width="[\d.]+" height="[\d.]+" fill="{}"/>\s*'
_RUN = re.compile(_RECT.format('([^"]*)') + "(?:" + _RECT.format(r"\1") + ")+")
_SIDES = re.compile(r'x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"')


def thrifty(parts: list[str]) -> list[str]:
    """Return the same drawing: runs of plain rectangles as one path, repeated groups and paths as references."""
    drawing = _RUN.sub(_merged, "\n".join(part for part in parts if part))
    for pattern, body, letter in ((_GROUP, 2, "g"), (_PATH, 1, "p")):
        counts = Counter(match[body] for match in pattern.finditer(drawing))
        names = {shape: f"{letter}{n}" for n, shape in enumerate(s for s, count in counts.items() if count > 1)}
        shapes = "".join(
            f'<g id="{name}">{shape}</g>' if letter == "g" else f'<path id="{name}" d="{shape}"/>'
            for shape, name in names.items()
        )
        drawing = pattern.sub(lambda match, body=body, names=names: _reference(match, names.get(match[body])), drawing)  # type: ignore[misc]
        drawing = (f"<defs>{shapes}</defs>\n" if shapes else "") + drawing
    return [drawing]


def _reference(match: re.Match[str], name: str | None) -> str:
    if name is None:
        return match[0]
    how = match[1] if name.startswith("g") else f'fill="{match[2]}"'
    return f'<use href="#{name}" {how}/>'


def _merged(match: re.Match[str]) -> str:
    sides = _SIDES.findall(match[0])
    return f'<path d="{"".join(f"M{x},{y}h{w}v{h}h-{w}z" for x, y, w, h in sides)}" fill="{match[1]}"/>'
