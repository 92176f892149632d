"""An organisation chart, laid out as the drawing is (``svg.chart``)."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

from attached.palette import Palette, mix, palette_of
from attached.pdf.font import sans_file
from attached.svg.chart import SIZE, colours
from attached.svg.draw import wrapped
from attached.svg.tree import Box, laid_out, read_tree
from attached.wanted import Studio, Wanted, texts_of

SCALE = 2  # points of the picture to one of the layout, for sharp screens


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw boxes and lines."""
    palette = palette_of(studio.policy, want.item.portal)
    layout = laid_out(read_tree(texts_of(want.item, "cac_bo_phan")))
    picture = Image.new("RGB", (_points(layout.width), _points(layout.height)), "#FFFFFF")
    draw = ImageDraw.Draw(picture)
    for line in layout.lines:
        points = [(_points(x), _points(y)) for x, y in line]
        draw.line(points, fill=mix(palette.brand, "#FFFFFF", 0.55), width=2 * SCALE)
    for box in layout.boxes:
        _box(draw, box, palette)
    out = io.BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _box(draw: ImageDraw.ImageDraw, box: Box, palette: Palette) -> None:
    fill, ink, edge = colours(box.level, palette)
    bold = box.level < 2
    corners = [_points(value) for value in (box.x, box.y, box.x + box.width, box.y + box.height)]
    draw.rounded_rectangle(corners, radius=3 * SCALE, fill=fill, outline=edge, width=3)
    font = ImageFont.truetype(sans_file("B" if bold else ""), SIZE * SCALE, layout_engine=ImageFont.Layout.BASIC)
    lines = wrapped(box.name, box.width - 20, SIZE, bold=bold)
    first = box.y + box.height / 2 - (len(lines) - 1) * SIZE * 0.65
    for number, line in enumerate(lines):
        middle = (_points(box.x + box.width / 2), _points(first + number * SIZE * 1.3))
        draw.text(middle, line, fill=ink, font=font, anchor="mm")


def _points(length: float) -> int:
    return round(length * SCALE)
