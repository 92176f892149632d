"""Films in WebM: titles and tags among their elements (RFC 8794), and files that lie in them; the film is not looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congbo.attached.notes import ExcessError, Notes

MAGIC: Final = b"\x1aE\xdf\xa3"
_DOCTYPE: Final = b"\x42\x82"
_HEAD: Final = 64  # within these bytes the head of a file says which kind of it this is
_ELEMENTS: Final = 20_000
_CLUSTER: Final = 0x1F43B675
_ATTACHED: Final = 0x61A7
_OPENED: Final = (
    0x18538067,
    0x1549A966,
    0x1254C367,
    0x7373,
    0x67C8,
    0x1941A469,
)  # segment, info, tags, tag, one tag, files
_TEXTS: Final = (0x7BA9, 0x4D80, 0x5741, 0x4487, 0x467E)  # title, programs, a tag's value, a file's description
_NAME: Final = 0x45A3
_LONGEST: Final = 65_536


def is_webm(data: bytes) -> bool:
    """Tell whether a file of elements is a WebM."""
    at = data.find(_DOCTYPE, 0, _HEAD)
    if not data.startswith(MAGIC) or at < 0:
        return False
    try:
        size, start = _number(data, at + len(_DOCTYPE), marked=False)
    except ValueError:
        return False
    return size >= 0 and data[start : start + size].rstrip(b"\0") == b"webm"


def read(data: bytes, notes: Notes) -> None:
    """Note the words of a film. Raises ValueError for one whose elements break off."""
    for number, (kind, content) in enumerate(_elements(data)):
        if number > _ELEMENTS:
            raise ExcessError(f"> {_ELEMENTS}")
        if kind == _ATTACHED:
            notes.warn("embedded")
        elif kind == _NAME and b"LOCATION" in content.upper():
            notes.warn("gps", content.decode("utf-8", "replace"))
        elif kind in _TEXTS:
            notes.quote("metadata", content.decode("utf-8", "replace").strip("\0 "))


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and the first bytes of every element, those within others of ``_OPENED`` too."""
    at = 0
    while at < len(data):
        kind, at = _number(data, at, marked=True)
        size, at = _number(data, at, marked=False)
        if kind in _OPENED:
            continue  # what lies in it comes next; its end is that of the last within
        if size < 0 and kind == _CLUSTER:
            return  # a film that was written while it ran: what comes behind is film
        if size < 0 or at + size > len(data):
            raise ValueError(hex(kind))
        yield kind, data[at : at + min(size, _LONGEST)]
        at += size


def _number(data: bytes, at: int, *, marked: bool) -> tuple[int, int]:
    """Return a number of one to eight bytes, whose first says how many, and where it ends; -1 stands for one not known."""
    first = data[at] if at < len(data) else 0
    length = 9 - first.bit_length()
    if not first or at + length > len(data):
        raise ValueError("number")
    value = int.from_bytes(data[at : at + length], "big")
    if marked:
        return value, at + length
    most = (1 << (7 * length)) - 1
    return (-1 if value & most == most else value & most), at + length
