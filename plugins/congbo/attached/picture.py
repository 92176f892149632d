"""Pictures: their size by the header, and the words and places that cameras and programs write into them.

What sizes are drawn of (JPEG, PNG, WebP) is decoded once, in a child process with limits, and the dots are thrown away.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

from defusedxml.ElementTree import ParseError
from PIL import ExifTags, Image, IptcImagePlugin

from congbo.attached import limits, png
from congbo.attached.notes import ExcessError, Notes
from congbo.attached.xml import Words, walk
from congbo.pictures import UndrawnError
from congbo.pictures.apart import apart
from congbo.pictures.drawn import tried
from congbo.pictures.header import FORMS

_FORMATS = ("JPEG", "GIF", "WEBP", "BMP")
_COMMENT = 0x9286
_CHARSETS = {b"ASCII\0\0\0": "utf-8", b"UNICODE\0": "utf-16", b"\0" * 8: "utf-8"}


def read(data: bytes, notes: Notes) -> None:
    """Note words and places of a JPEG, GIF, WEBP or BMP. Raises what Pillow raises for one that cannot be read."""
    if _told(data, notes) in FORMS:
        _try(data, notes)


def _told(data: bytes, notes: Notes) -> str | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a picture of many points is judged here
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    weigh(*image.size)
    _exif(image.getexif(), notes)
    comment = image.info.get("comment", b"")
    notes.quote("metadata", _decoded(comment) if isinstance(comment, bytes) else str(comment))
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if packet:
        xmp(packet if isinstance(packet, bytes) else str(packet).encode(), notes)
    captions = IptcImagePlugin.getiptcinfo(image) if image.format == "JPEG" else None
    for value in (captions or {}).values():
        for one in value if isinstance(value, list) else [value]:
            notes.quote("metadata", _decoded(one))
    return image.format


def read_png(data: bytes, notes: Notes) -> None:
    """Note words and places of a PNG. Raises ValueError for one that cannot be read."""
    _told_by_chunks(data, notes)
    _try(data, notes)


def _told_by_chunks(data: bytes, notes: Notes) -> None:
    """Chunk by chunk: Pillow would decode the picture to reach those at its end."""
    found = png.chunks(data)
    weigh(found.width, found.height)
    for text in found.texts:
        notes.quote("metadata", text)
    for packet in found.packets:
        xmp(packet, notes)
    for block in found.exif:
        exif = Image.Exif()
        exif.load(block)
        _exif(exif, notes)


def look(data: bytes, notes: Notes) -> None:
    """Note words and places of a picture within a document; one that is none of ours is passed by."""
    try:
        if data.startswith(b"\x89PNG"):
            _told_by_chunks(data, notes)
        elif data.startswith((b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM")):
            _told(data, notes)
    except (OSError, ValueError, SyntaxError, TypeError, KeyError):
        notes.warn("unreadable")


def _try(data: bytes, notes: Notes) -> None:
    """Note a picture that begins well and cannot be decoded."""
    try:
        apart(tried, data)
    except UndrawnError as error:
        notes.warn("unreadable", error)


def weigh(width: int, height: int) -> None:
    """Raise ExcessError for a picture of more points than a browser should unpack."""
    if width * height > limits.PIXELS:
        raise ExcessError(f"{width} × {height}")


def xmp(packet: bytes, notes: Notes) -> None:
    """Note the words of an XMP block, and a place among them."""
    words = Words()
    try:
        walk(packet.strip(b"\0 \r\n\t"), words, notes)
    except ParseError:  # a broken packet is read by nobody
        return
    notes.quote("metadata", words.text)
    if "GPSLatitude" in words.text:
        notes.warn("gps", "XMP")


def _exif(exif: Image.Exif, notes: Notes) -> None:
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if any(tag in gps for tag in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude)):
        notes.warn("gps", _place(gps))
    for tag, value in (*exif.items(), *exif.get_ifd(ExifTags.IFD.Exif).items()):
        text = _comment(value) if tag == _COMMENT else value
        if isinstance(text, str | bytes) and tag != ExifTags.Base.MakerNote:
            words = _meant(text) if isinstance(text, str) else _decoded(text)
            notes.quote("metadata", f"{ExifTags.TAGS.get(tag, tag)}: {words}" if words else "")


def _place(gps: dict[int, Any]) -> str:
    """Show the degrees only: the finding should not give away what it warns of."""
    shown = []
    for tag in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude):
        value = gps.get(tag)
        if isinstance(value, tuple) and value:
            shown.append(f"{int(value[0])}°…")
    return ", ".join(shown) or "GPS"


def _comment(value: object) -> str:
    """The user's comment begins with eight bytes that name its encoding."""
    if not isinstance(value, bytes):
        return str(value)
    return value[8:].decode(_CHARSETS.get(value[:8], "utf-8"), "replace").strip("\0 ")


def _meant(text: str) -> str:
    """Pillow reads every text as Latin-1, as the standard has it; programs write UTF-8."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace").strip("\0 ") if data.count(b"\0") < max(2, len(data) // 8) else ""
