"""Whether two pictures show the same: letters are smoothed a little differently by each version of the typeface library."""

from __future__ import annotations

import io

from PIL import Image, ImageChops, ImageStat, UnidentifiedImageError

ALIKE = 2.0  # of 255, on average


def same_png(old: bytes, new: bytes) -> bool:
    """Tell whether two pictures are alike in size and, nearly, in every point."""
    try:
        first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (old, new))
    except (UnidentifiedImageError, OSError):
        return False
    return first.size == second.size and max(ImageStat.Stat(ImageChops.difference(first, second)).mean) < ALIKE
