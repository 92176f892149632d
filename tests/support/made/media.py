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


def _element(kind: str, data: bytes = b"") -> bytes:
    return bytes.fromhex(kind) + struct.pack(">Q", 1 << 56 | len(data)) + data


def _webm(*tags: bytes, kind: bytes = b"webm") -> bytes:
    head = bytes.fromhex("1a45dfa387428284") + kind
    return head + _element("18538067", b"".join((*tags, _element("1f43b675", b"\0" * 40))))


def _tag(name: str, value: str) -> bytes:
    one = _element("67c8", _element("45a3", name.encode()) + _element("4487", value.encode()))
    return _element("1254c367", _element("7373", one))


def webm(text: str) -> bytes:
    """A film in WebM; the text is its title."""
    return _webm(_element("1549a966", _element("7ba9", text.strip().encode())))


def webm_with_file(_: str) -> bytes:
    """A film with a file in it."""
    return _webm(_element("1941a469", _element("61a7", b"\0" * 30)))


def webm_running(_: str) -> bytes:
    """A film that was written while it ran: nobody knew how long it would be."""
    head = bytes.fromhex("1a45dfa387428284") + b"webm" + bytes.fromhex("18538067" + "01ffffffffffffff")
    return head + _element("1549a966") + bytes.fromhex("1f43b675" + "01ffffffffffffff") + b"\xa3" * 40


def vtt(text: str) -> bytes:
    """Captions that say the text."""
    return f"WEBVTT\n\n00:00.000 --> 00:02.000\n{text.strip()}\n".encode()


RECIPES = {
    "mp4": mp4,
    "mp4-gps": mp4_gps,
    "mp3": mp3,
    "webm": webm,
    "webm-gps": lambda _: _webm(_tag("RECORDING_LOCATION", "+21+105/")),
    "webm-with-file": webm_with_file,
    "webm-running": webm_running,
    "webm-broken": lambda text: webm(text)[:-20],
    "mkv": lambda _: _webm(kind=b"matr"),
    "vtt": vtt,
}
