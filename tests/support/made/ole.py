"""Compound files of the old Office (doc, xls, ppt) and what is put into one."""

from __future__ import annotations

import struct
from collections.abc import Callable

_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def container(*streams: str) -> bytes:
    """Return a compound file: header, one sector of the table, one or more of the directory; its streams are empty."""
    entries = [_entry("Root Entry", 5, child=1 if streams else _FREE)]
    entries += [_entry(name, 2, right=n + 1 if n < len(streams) else _FREE) for n, name in enumerate(streams, 1)]
    entries += [_entry("", 0)] * (-len(entries) % 4)
    sectors = len(entries) // 4
    chain = [_FAT, *range(2, sectors + 1), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    return _header() + table + b"".join(entries)


def _header() -> bytes:
    fixed = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII", _MAGIC, b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0
    )
    return fixed + struct.pack("<108I", *[_FREE] * 108)


def _entry(name: str, kind: int, child: int = _FREE, right: int = _FREE) -> bytes:
    written = (name + "\0").encode("utf-16-le") if name else b""
    return struct.pack(
        "<64sHBBIII16sIQQIQ", written, len(written), kind, 1, _FREE, right, child, b"", 0, 0, 0, _END, 0
    )  # fmt: skip


def legacy(*streams: str) -> Callable[[str], bytes]:
    """A file of the old Office, known by the streams that it has."""
    return lambda text: container(*streams) + text.encode("utf-16-le")


RECIPES = {
    "doc": legacy("WordDocument", "1Table"),
    "xls": legacy("Workbook"),
    "ppt": legacy("PowerPoint Document"),
    "docx-encrypted": legacy("EncryptionInfo", "EncryptedPackage"),
}
