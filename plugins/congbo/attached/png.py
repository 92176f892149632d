"""The chunks of a PNG: size, texts and EXIF, without decoding the picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from congbo.attached.notes import ExcessError

_MAGIC = 8
_MOST = 2_000_000
_XMP = b"XML:com.adobe.xmp"


@dataclass
class Chunks:
    """What the chunks of a PNG say."""

    width: int = 0
    height: int = 0
    texts: list[str] = field(default_factory=list)
    packets: list[bytes] = field(default_factory=list)
    exif: list[bytes] = field(default_factory=list)


def chunks(data: bytes) -> Chunks:
    """Return what the chunks say. Raises ValueError for a picture that breaks off and ExcessError for a text that swells."""
    found = Chunks()
    for kind, content in _each(data):
        if kind == b"IHDR":
            found.width, found.height = struct.unpack(">II", content[:8])
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            name, text = _text(kind, content)
            if name == _XMP:
                found.packets.append(text)
            else:
                found.texts.append(f"{name.decode('latin-1')}: {text.decode('utf-8', 'replace')}")
        elif kind == b"eXIf":
            found.exif.append(content)
    if not found.width or not found.height:
        raise ValueError("IHDR")
    return found


def _each(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _MAGIC
    while at + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if at + 12 + length > len(data):
            break
        yield kind, b"" if kind == b"IDAT" else data[at + 8 : at + 8 + length]
        if kind == b"IEND":
            return
        at += 12 + length
    raise ValueError("IEND")


def _text(kind: bytes, content: bytes) -> tuple[bytes, bytes]:
    name, _, rest = content.partition(b"\0")
    if kind == b"tEXt":
        return name, rest
    if kind == b"zTXt":
        return name, _unpacked(rest[1:])
    packed, rest = rest[:1] == b"\x01", rest[2:]
    text = rest.partition(b"\0")[2].partition(b"\0")[2]
    return name, _unpacked(text) if packed else text


def _unpacked(data: bytes) -> bytes:
    unpack = zlib.decompressobj()
    text = unpack.decompress(data, _MOST)
    if unpack.unconsumed_tail:
        raise ExcessError(f"{len(data)} B → > {_MOST} B")
    return text
