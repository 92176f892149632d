"""A picture decoded and written in its sizes. It is called in a process of its own (``apart``), never in ours."""

from __future__ import annotations

import io
from typing import Final

from PIL import Image, ImageCms, ImageOps

from congbo.pictures.header import FORMS, PNG, header
from congbo.pictures.sizes import JPEG, WEBP, Size, sizes

# From what nobody notices to what still shows what it is; the first that fits is taken.
QUALITIES: Final = (78, 70, 62, 54, 46, 38, 30, 22, 14, 6)
_EFFORT: Final = 2  # of WebP's encoder, 0 to 6: a third of the time of the usual 4 for 5 % more bytes
_PAINS: Final = 60  # of its encoder that loses nothing, 0 to 100
_AMPLE: Final = 2.0  # how many more dots than needed a JPEG is unpacked with
_WHITE: Final = (255, 255, 255)


def drawn(data: bytes) -> list[bytes]:
    """Return a picture in its ``sizes``, in their order: upright, in the colours of screens, without any words of its own.

    Raises ValueError for what has no sizes, and what Pillow raises for what cannot be decoded.
    """
    known = header(data)
    if known is None:
        raise ValueError("header")
    wanted = sizes(known)
    widest = max(wanted, key=lambda one: one.width)
    with _opened(data) as image:
        ample = (round(widest.width * _AMPLE), round(widest.height * _AMPLE))
        image.draft(None, ample if image.size == (known.width, known.height) else ample[::-1])
        plain = _upright(image)
    first = _on_screen(plain).resize((widest.width, widest.height), Image.Resampling.LANCZOS, reducing_gap=_AMPLE)
    first.info = {}  # a comment would be written again
    return [_written(first, one, known.form) for one in wanted]


def tried(data: bytes) -> list[bytes]:
    """Decode a picture wholly, a JPEG at an eighth of its width, and return nothing: this is whether it can be."""
    with _opened(data) as image:
        image.draft(None, (1, 1))
        image.load()
    return []


def _opened(data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # how many points there may be was judged before
    return Image.open(io.BytesIO(data), formats=FORMS)


def _upright(image: Image.Image) -> Image.Image:
    """Decode a picture and turn it as it was taken; of a PNG browsers take no notice of that."""
    if image.format == "PNG":
        image.load()
        return image
    return ImageOps.exif_transpose(image)


def _on_screen(image: Image.Image) -> Image.Image:
    """Return a picture in sRGB, with what shines through if anything does."""
    if image.mode.startswith(("I", "F")):  # sixteen bits a point
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    profile = image.info.get("icc_profile")
    clear = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    if profile and image.mode in ("RGB", "CMYK", "L") and not clear:
        return _by_profile(image, profile)
    return image.convert("RGBA" if clear else "RGB")


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        its = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        found = ImageCms.profileToProfile(image, its, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a broken profile says nothing about the dots
        found = None
    return found or image.convert("RGB")


def _written(image: Image.Image, one: Size, form: str) -> bytes:
    """One size of a picture that came in a form: of a PNG, which people draw, dot by dot if that is light enough."""
    size = (one.width, one.height)
    small = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    if one.form == JPEG and small.mode == "RGBA":
        ground = Image.new("RGB", size, _WHITE)
        ground.paste(small, mask=small.getchannel("A"))
        small = ground
    found = _as_drawn(small) if (form, one.form) == (PNG, WEBP) else b""
    if 0 < len(found) <= one.limit:
        return found
    for quality in QUALITIES:
        found = _at(small, one.form, quality)
        if len(found) <= one.limit:
            break
    return found


def _as_drawn(image: Image.Image) -> bytes:
    """Letters and lines keep their edges: what is made for photographs blurs them."""
    out = io.BytesIO()
    image.save(out, WEBP, lossless=True, quality=_PAINS, method=_EFFORT)
    return out.getvalue()


def _at(image: Image.Image, form: str, quality: int) -> bytes:
    out = io.BytesIO()
    if form == WEBP:
        image.save(out, WEBP, quality=quality, method=_EFFORT)
    else:
        image.save(out, JPEG, quality=quality, optimize=True, progressive=True)
    return out.getvalue()
