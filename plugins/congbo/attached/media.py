"""Sound and film: their kind is known by their frames; titles and places are read from the boxes and tags."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from congbo.attached.notes import ExcessError, Notes

_BOXES = 10_000
_OPENED = {b"moov": 0, b"udta": 0, b"ilst": 0, b"trak": 0, b"meta": 4}
_PLACES = (b"\xa9xyz", b"loci")
_ENCODINGS = ("latin-1", "utf-16", "utf-16-be", "utf-8")


def read_mp4(data: bytes, notes: Notes) -> None:
    """Note the titles in a film, and where it was taken."""
    for path, content in _boxes(data):
        if path[-1] in _PLACES:
            notes.warn("gps", path[-1].decode("latin-1").strip("©"))
        elif path[-1] == b"keys" and b"location.ISO6709" in content:
            notes.warn("gps", "location.ISO6709")
        elif b"ilst" in path[:-1] and content[4:8] == b"data" and content[8:12] == b"\0\0\0\x01":
            notes.quote("metadata", content[16:].decode("utf-8", "replace"))


def read_mp3(data: bytes, notes: Notes) -> None:
    """Note the words among the tags of a recording."""
    if data[:3] != b"ID3" or data[3] not in (3, 4):
        return
    end, at = 10 + _size(data[6:10], 7), 10
    while at + 10 <= min(end, len(data)) and data[at]:
        length = _size(data[at + 4 : at + 8], 7 if data[3] == 4 else 8)
        if data[at : at + 1] == b"T" or data[at : at + 4] in (b"COMM", b"USLT"):
            text = data[at + 10 : at + 10 + length]
            notes.quote(
                "metadata", text[1:].decode(_ENCODINGS[text[0] % 4] if text else "utf-8", "replace").replace("\0", " ")
            )
        at += 10 + length


def _boxes(data: bytes) -> Iterator[tuple[tuple[bytes, ...], bytes]]:
    """Yield the path and content of every small box; the film itself is not looked at."""
    waiting: list[tuple[int, int, tuple[bytes, ...]]] = [(0, len(data), ())]
    for _ in range(_BOXES):
        if not waiting:
            return
        at, end, within = waiting.pop()
        if at + 8 > end:
            continue
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        head = 8
        if size == 1 and at + 16 <= end:
            size, head = struct.unpack(">Q", data[at + 8 : at + 16])[0], 16
        stop = end if size == 0 else at + size
        if 0 < size < head or stop > end:
            raise ValueError(kind.decode("latin-1"))
        waiting.append((stop, end, within))
        if kind in _OPENED:
            waiting.append((at + head + _OPENED[kind], stop, (*within, kind)))
        else:
            yield (*within, kind), data[at + head : min(stop, at + head + 65536)]
    raise ExcessError(f"> {_BOXES}")


def _size(data: bytes, bits: int) -> int:
    value = 0
    for byte in data:
        value = (value << bits) | (byte & ((1 << bits) - 1))
    return value
