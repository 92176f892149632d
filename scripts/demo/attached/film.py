"""A short film of a painted sea, and its captions.

A frame of WebM's first codec (VP8) that stands alone is what a lossy WebP holds: Pillow writes the frames, and what is left is to
put them one behind the other into the elements of a WebM (RFC 8794, RFC 6386).
"""

from __future__ import annotations

import io
import re
import struct

from attached.painted import painted
from attached.wanted import Studio, Wanted
from congbo.item import Image as Shown

SIZE = (480, 270)
A_SECOND = 8
SECONDS = 3
QUALITY = 42
SPEED = 0.05  # widths a second


def make(want: Wanted, _: Studio) -> bytes:
    """Return the film: the sea of the item's picture, with boats that sail."""
    shown = want.item.fields.get("anh")
    words = shown.alt if isinstance(shown, Shown) else want.item.title
    frames = [
        _frame(painted(words, want.path, SIZE, boats=3, shift=SPEED * number / A_SECOND))
        for number in range(A_SECOND * SECONDS)
    ]
    return _webm(frames)


def make_captions(want: Wanted, _: Studio) -> bytes:
    """Return the sentences of the film's text, evenly over its time."""
    told = re.split(r"(?<=[.!?])\s+", str(want.item.fields.get("loi_phim", "")).strip())
    step = SECONDS / max(1, len(told))
    cues = (f"{_at(n * step)} --> {_at((n + 1) * step)}\n{one}\n" for n, one in enumerate(told))
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _at(second: float) -> str:
    return f"00:{second:06.3f}"


def _frame(image: object) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", quality=QUALITY, method=6)  # type: ignore[attr-defined]
    data = out.getvalue()
    at = data.index(b"VP8 ")
    (size,) = struct.unpack_from("<I", data, at + 4)
    return data[at + 8 : at + 8 + size]


def _webm(frames: list[bytes]) -> bytes:
    head = _element("1a45dfa3", _element("4282", b"webm"), _number("4287", 2), _number("4285", 2))
    maker = b"congbo"
    info = _element(
        "1549a966", _number("2ad7b1", 1_000_000), _element("4489", struct.pack(">d", SECONDS * 1000.0)),
        _element("4d80", maker), _element("5741", maker),
    )  # fmt: skip
    seen = _element("e0", _number("b0", SIZE[0]), _number("ba", SIZE[1]))
    track = _element(
        "ae", _number("d7", 1), _number("73c5", 1), _number("83", 1), _element("86", b"V_VP8"), _number("9c", 0), seen
    )
    blocks = (
        _element("a3", b"\x81" + struct.pack(">hB", round(n * 1000 / A_SECOND), 0x80) + frame)
        for n, frame in enumerate(frames)
    )
    return head + _element(
        "18538067", info, _element("1654ae6b", track), _element("1f43b675", _number("e7", 0), *blocks)
    )


def _number(kind: str, value: int) -> bytes:
    return _element(kind, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def _element(kind: str, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return bytes.fromhex(kind) + struct.pack(">I", len(data) | 0x10000000) + data
