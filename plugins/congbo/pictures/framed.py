"""Several pieces of bytes as one, each behind its length."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Final

_LENGTH: Final = struct.Struct(">Q")


def joined(parts: Iterable[bytes]) -> bytes:
    """Return pieces as one."""
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def parted(whole: bytes) -> list[bytes]:
    """Return the pieces again. Raises struct.error for what was not joined."""
    parts, at = [], 0
    while at < len(whole):
        (length,) = _LENGTH.unpack_from(whole, at)
        at += _LENGTH.size + length
        parts.append(whole[at - length : at])
    return parts
