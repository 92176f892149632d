"""Pictures, made by Pillow, and pictures that lie."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image, PngImagePlugin

_GPS, _DESCRIPTION, _COMMENT = 0x8825, 0x010E, 0x9286


def _saved(form: str, **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (0, 90, 156)).save(out, form, **more)
    return out.getvalue()


def plain(form: str) -> Callable[[str], bytes]:
    """A picture without words."""
    return lambda _: _saved(form)


def exif(form: str) -> Callable[[str], bytes]:
    """The text as the description in the EXIF block."""

    def build(text: str) -> bytes:
        data = Image.Exif()
        data[_DESCRIPTION] = text.strip().encode()
        return _saved(form, exif=data.tobytes())

    return build


def located(form: str) -> Callable[[str], bytes]:
    """Where the camera stood, in the EXIF block."""

    def build(_: str) -> bytes:
        data = Image.Exif()
        data.get_ifd(_GPS).update({1: "N", 2: (21.0, 1.0, 30.0), 3: "E", 4: (105.0, 50.0, 0.0)})
        return _saved(form, exif=data.tobytes())

    return build


def png_text(text: str) -> bytes:
    """The text in a text chunk of a PNG."""
    chunk = PngImagePlugin.PngInfo()
    chunk.add_itxt("Comment", text.strip())
    return _saved("PNG", pnginfo=chunk)


def jpeg_comment(text: str) -> bytes:
    """The text as the comment of a JPEG."""
    return _saved("JPEG", comment=text.strip().encode())


def gif_comment(text: str) -> bytes:
    """The text as the comment of a GIF."""
    return _saved("GIF", comment=text.strip().encode())


def xmp(text: str) -> bytes:
    """The text in the XMP block of a JPEG."""
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="{text.strip()}"/></rdf:RDF></x:xmpmeta>'
    )
    return _saved("JPEG", xmp=packet.encode())


def iptc(text: str) -> bytes:
    """The text as the caption of the IPTC block of a JPEG, as photo agencies write it."""
    caption = text.strip().encode()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    block = b"Photoshop 3.0\0" + resource
    whole = _saved("JPEG")
    return whole[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + whole[2:]


def huge(_: str) -> bytes:
    """A few bytes that say they are 50,000 by 50,000 points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


def text_bomb(_: str) -> bytes:
    """A text chunk of a PNG that grows to many megabytes."""
    chunk = PngImagePlugin.PngInfo()
    chunk.add_text("Comment", "0" * 60_000_000, zip=True)
    return _saved("PNG", pnginfo=chunk)


def with_archive(_: str) -> bytes:
    """A picture with an archive behind its end."""
    from support.made.parts import package

    return _saved("PNG") + package({"a.txt": "x"})


def with_program(_: str) -> bytes:
    """A picture with a program behind its end."""
    return _saved("JPEG") + b"MZ\x90\x00" + b"\0" * 60 + b"This program cannot be run in DOS mode."


def broken_off(_: str) -> bytes:
    """A photograph that begins well and ends too early."""
    out = io.BytesIO()
    Image.linear_gradient("L").save(out, "JPEG")
    return out.getvalue()[:1500]


RECIPES = {
    "png": plain("PNG"),
    "jpeg": plain("JPEG"),
    "gif": plain("GIF"),
    "webp": plain("WEBP"),
    "bmp": plain("BMP"),
    "tiff": plain("TIFF"),
    "png-text": png_text,
    "png-gps": located("PNG"),
    "png-huge": huge,
    "png-text-bomb": text_bomb,
    "png-with-archive": with_archive,
    "png-broken": lambda text: _saved("PNG")[:20],
    "jpeg-broken": broken_off,
    "jpeg-exif": exif("JPEG"),
    "jpeg-gps": located("JPEG"),
    "jpeg-comment": jpeg_comment,
    "jpeg-xmp": xmp,
    "jpeg-iptc": iptc,
    "jpeg-with-program": with_program,
    "gif-comment": gif_comment,
    "webp-exif": exif("WEBP"),
    "webp-gps": located("WEBP"),
}
