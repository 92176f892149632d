"""What a picture says of itself in its first bytes: nothing is decoded."""

from __future__ import annotations

import io
import warnings
from typing import Final

from msgspec import Struct

PNG: Final = "PNG"
FORMS: Final = ("JPEG", PNG, "WEBP")
ORIENTATION: Final = 0x0112
_SIDEWAYS: Final = (5, 6, 7, 8)  # EXIF: the camera was held upright


class Header(Struct, frozen=True):
    """A still picture: how wide and high it is as people see it, in points."""

    form: str
    width: int
    height: int


def header(data: bytes) -> Header | None:
    """Return what a JPEG, PNG or WebP says; None for another kind, a moving picture, and one that does not tell."""
    from PIL import Image  # most items have no picture

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # how many points there may be is judged elsewhere
        try:
            with Image.open(io.BytesIO(data), formats=FORMS) as image:
                if getattr(image, "is_animated", False):
                    return None
                width, height = image.size
                turned = image.format != "PNG" and image.getexif().get(ORIENTATION) in _SIDEWAYS
        except Exception:  # the readers meet the files of strangers
            return None
    return Header(str(image.format), *((height, width) if turned else (width, height)))
