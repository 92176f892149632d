"""Pictures as cameras make them: large, of many colours, the same at every run."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image, ImageCms, ImageDraw

GPS, ORIENTATION, MODEL = 0x8825, 0x0112, 0x0110


@cache
def photo(width: int, height: int, grain: int = 7) -> Image.Image:
    """A landscape of circles: ``grain`` is how many dots lie between one and the next."""
    image = Image.new("RGB", (width, height), (120, 160, 200))
    draw = ImageDraw.Draw(image)
    for number in range(width * height // (grain * grain * 40)):
        x, y, size = number * 7919 % width, number * 6101 % height, grain + number * 31 % (grain * 9)
        draw.ellipse((x, y, x + size, y + size), fill=(number * 53 % 256, number * 97 % 256, number * 193 % 256))
    return image


def saved(image: Image.Image, form: str = "JPEG", **more: Any) -> bytes:
    """A picture as a file."""
    out = io.BytesIO()
    image.save(out, form, **more)
    return out.getvalue()


@cache
def jpeg(width: int = 1400, height: int = 1050) -> bytes:
    """A photograph as a file."""
    return saved(photo(width, height), quality=90)


def taken(image: Image.Image, orientation: int = 1) -> bytes:
    """A photograph with what a camera writes: the place, the camera, how it was held, its colours and a comment."""
    tags = Image.Exif()
    tags[ORIENTATION], tags[MODEL] = orientation, "May anh mau"
    tags.get_ifd(GPS).update({1: "N", 2: (21.0, 1.0, 30.0), 3: "E", 4: (105.0, 50.0, 0.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(image, exif=tags.tobytes(), icc_profile=profile, comment=b"ghi chu cua may anh")
