"""Sound and film: their frames only, nobody could play them."""

from __future__ import annotations

import struct


def _box(kind: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I4s", len(data) + 8, kind) + data


def mp4(text: str) -> bytes:
    """A film; the text is its title."""
    value = _box(b"data", struct.pack(">II", 1, 0) + text.strip().encode())
    meta = _box(b"meta", b"\0\0\0\0" + _box(b"ilst", _box(b"\xa9nam", value)))
    return _box(b"ftyp", b"isom\0\0\0\0isommp42") + _box(b"moov", _box(b"udta", meta)) + _box(b"mdat", b"\0" * 64)


def mp4_gps(_: str) -> bytes:
    """A film that says where it was taken."""
    where = b"+21.0278+105.8342/"
    place = _box(b"\xa9xyz", struct.pack(">HH", len(where), 0x15C7) + where)
    return _box(b"ftyp", b"isom\0\0\0\0isommp42") + _box(b"moov", _box(b"udta", place)) + _box(b"mdat", b"\0" * 64)


def mp3(text: str) -> bytes:
    """A recording; the text is its title."""
    words = b"\x03" + text.strip().encode()
    frame = b"TIT2" + struct.pack(">I", len(words)) + b"\0\0" + words
    return b"ID3\x03\0\0" + bytes([0, 0, len(frame) >> 7, len(frame) & 127]) + frame + b"\xff\xfb\x90\x00" + b"\0" * 413


RECIPES = {"mp4": mp4, "mp4-gps": mp4_gps, "mp3": mp3}
