"""In which sizes a picture is shown: never wider than it is.

A telephone is 360 points wide and shows one, two or three dots a point; the column of a text is less than 1,280 dots wide.
Browsers that know no WebP (before 2020) get one JPEG.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from congbo.pictures.header import Header

WIDTHS: Final = (360, 720, 1280)
PLAIN_WIDTH: Final = 720
WEBP, JPEG = "WEBP", "JPEG"
_ENDINGS: Final = {WEBP: "webp", JPEG: "jpg"}
# What a lead picture may weigh on a telephone, whatever its dots; beyond that a desk has to do with this much.
TELEPHONE_BYTES: Final = 40_000
DESK_BYTES: Final = 150_000


class Size(Struct, frozen=True):
    """A size of a picture: width and height in dots, the form in which it is written."""

    width: int
    height: int
    form: str

    @property
    def name(self) -> str:
        """Return the name by which the size is told from others of the picture: ``360.webp``."""
        return f"{self.width}.{_ENDINGS[self.form]}"

    @property
    def limit(self) -> int:
        """Return how many bytes it should have at most."""
        return TELEPHONE_BYTES if self.width <= PLAIN_WIDTH else DESK_BYTES


def sizes(known: Header) -> tuple[Size, ...]:
    """Return the sizes of a picture: those in WebP from the narrowest, then the one in JPEG."""
    widths = dict.fromkeys(min(width, known.width) for width in WIDTHS)
    return (
        *(_size(known, width, WEBP) for width in widths),
        _size(known, min(PLAIN_WIDTH, known.width), JPEG),
    )


def _size(known: Header, width: int, form: str) -> Size:
    return Size(width, max(1, round(known.height * width / known.width)), form)
