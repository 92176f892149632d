"""How a byte of an old encoding looks once somebody has read it as Windows-1252 or Latin-1."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


def as_windows(byte: int) -> str:
    """Return the character of Windows-1252; for a byte that it leaves undefined, the control character of Latin-1."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@cache
def byte_of() -> Mapping[str, int]:
    """Return the byte behind each character beyond ASCII, in both dresses: U+0080 and the euro sign are 0x80."""
    both = [(face(byte), byte) for face in (chr, as_windows) for byte in range(0x80, 0x100)]
    return dict(both)


def shown(data: bytes) -> str:
    """Return bytes as Windows-1252 shows them; nothing is lost."""
    return "".join(map(as_windows, data))


def dresses(data: bytes) -> set[str]:
    """Return the ways in which a few bytes may be shown."""
    return {"".join(map(chr, data)), shown(data)}
