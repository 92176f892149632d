"""An organisation chart from ``cac_bo_phan``: two more spaces at the line's start mean one level lower."""

from __future__ import annotations

from attached.palette import INK, Palette, mix, palette_of
from attached.svg.draw import picture, polyline, rect, text, wrapped
from attached.svg.tree import Box, laid_out, read_tree
from attached.wanted import Studio, Wanted, texts_of

SIZE = 15.0


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw boxes and lines."""
    palette = palette_of(studio.policy, want.item.portal)
    layout = laid_out(read_tree(texts_of(want.item, "cac_bo_phan")))
    back = rect(0, 0, layout.width, layout.height, "#FFFFFF")
    lines = [polyline(line, mix(palette.brand, "#FFFFFF", 0.55), 2) for line in layout.lines]
    boxes = [part for box in layout.boxes for part in _box(box, palette)]
    return picture(
        layout.width, layout.height, want.alt, [back, *lines, *boxes], "; ".join(_outline(layout.boxes)), want.item.lang
    )


def colours(level: int, palette: Palette) -> tuple[str, str, str]:
    """Return fill, ink and edge of the boxes of a level."""
    return {0: (palette.brand, "#FFFFFF", palette.deep), 1: (palette.tint, INK, palette.brand)}.get(
        level, ("#FFFFFF", INK, mix(palette.brand, "#FFFFFF", 0.55))
    )


def _box(box: Box, palette: Palette) -> list[str]:
    fill, ink, edge = colours(box.level, palette)
    bold = box.level < 2
    lines = wrapped(box.name, box.width - 20, SIZE, bold=bold)
    start = box.y + box.height / 2 - (len(lines) - 1) * SIZE * 0.65 + SIZE * 0.36
    words = [
        text(box.x + box.width / 2, start + n * SIZE * 1.3, line, SIZE, ink, font_weight=600 if bold else 400)
        for n, line in enumerate(lines)
    ]
    return [rect(box.x, box.y, box.width, box.height, fill, rx=3, stroke=edge, stroke_width=1.5), *words]


def _outline(boxes: tuple[Box, ...]) -> list[str]:
    return [f"{box.level + 1}. {box.name}" for box in boxes]
