"""What a file really is, by its first bytes and its structure; the name decides only between plain texts."""

from __future__ import annotations

import io
import re

from congbo.attached import webm
from congbo.text.regex import regex

# Ending of a name -> the kind that it promises. These are the kinds that a portal may hand out.
ENDINGS = {
    "pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "pptx": "pptx", "odt": "odt", "ods": "ods", "odp": "odp", "rtf": "rtf",
    "csv": "csv", "txt": "txt", "json": "json", "geojson": "geojson", "ics": "ics", "svg": "svg", "png": "png",
    "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp", "bmp": "bmp", "mp3": "mp3", "mp4": "mp4",
    "webm": "webm", "vtt": "vtt", "zip": "zip",
}  # fmt: skip
TEXTS = ("csv", "txt", "json", "geojson")

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"), (b"{\\rtf", "rtf"),
    (b"II*\0", "tiff"), (b"MM\0*", "tiff"), (b"MZ", "exe"), (b"\x7fELF", "exe"), (b"#!", "script"), (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"), (b"\x1f\x8b", "gz"), (b"BZh", "bz2"), (b"\xfd7zXZ", "xz"), (b"MSCF", "cab"), (b"ID3", "mp3"),
    (b"CWS", "swf"), (b"FWS", "swf"), (b"\xca\xfe\xba\xbe", "class"), (b"L\0\0\0\x01\x14\x02\0", "lnk"),
    (b"version https://git-lfs.github.com/spec/", "lfs"),
)  # fmt: skip
_MAIN = (
    ("macroenabled", {"word": "docm", "excel": "xlsm", "powerpoint": "pptm"}),
    ("template", {"wordprocessingml": "dotx", "spreadsheetml": "xltx", "presentationml": "potx"}),
    ("slideshow", {"presentationml": "ppsx"}),
    ("main+xml", {"wordprocessingml": "docx", "spreadsheetml": "xlsx", "presentationml": "pptx"}),
    ("binary", {"excel": "xlsb"}),
)
_ODF = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_OLE = (("EncryptedPackage", "ooxml"), ("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint Document", "ppt"))
_BRANDS = ((b"hei", "heic"), (b"mif", "heic"), (b"avi", "avif"), (b"qt", "mov"), (b"M4A", "m4a"))
_PAGE = regex(rb"<\s*(?:!doctype\s+html|html|head|body|script|iframe|\?php)\b", re.IGNORECASE)
_SVG = regex(rb"<(?:[\w-]+:)?svg[\s>/]")
_CAPTIONS = regex(rb"WEBVTT(?:[ \t\r\n]|\Z)")
_CONTROL = regex(rb"[\x00-\x08\x0e-\x1f]")
_HEAD = 1024
_MUCH = 65536
_MPEG = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")


def promised(name: str) -> str:
    """Return the kind that a file's name promises; empty for a name that promises none of ours."""
    return ENDINGS.get(name.rpartition(".")[2].lower(), "") if "." in name else ""


def recognise(data: bytes, name: str) -> str:
    """Return what the bytes are; empty if that is not known. ``name`` decides between csv, txt, json and geojson only."""
    magic = next((kind for start, kind in _MAGIC if data.startswith(start)), "")
    return magic or _by_structure(data, name) or _by_text(data, name)


def _by_structure(data: bytes, name: str) -> str:
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    if data.startswith(bytes.fromhex("d0cf11e0a1b11ae1")):
        found = next((kind for stream, kind in _OLE if stream.encode("utf-16-le") in data), "ole")
        return (promised(name) or "ole") if found == "ooxml" else found
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return next((kind for brand, kind in _BRANDS if data[8:].startswith(brand)), "mp4")
    if data.startswith(webm.MAGIC):
        return "webm" if webm.is_webm(data) else "mkv"
    if data[:2] == b"BM" and len(data) > 26 and data[6:10] == b"\0\0\0\0":
        return "bmp"
    return "mp3" if data.startswith(_MPEG) else ""


def _archive(data: bytes) -> str:
    import zipfile  # takes long, and most items have no archive

    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
        if "[Content_Types].xml" in names:
            return _office(archive.open("[Content_Types].xml").read(1_000_000).decode("utf-8", "replace")) or "zip"
        if "mimetype" in names:
            return _open_document(archive.open("mimetype").read(200).decode("ascii", "replace").strip())
        return "jar" if "META-INF/MANIFEST.MF" in names else "zip"
    except Exception:
        return "zip"  # whoever reads it says what is wrong


def _open_document(kind: str) -> str:
    family = kind.removeprefix("application/vnd.oasis.opendocument.")
    return _ODF.get(family, "zip" if family == kind else "odf")


def _office(types: str) -> str:
    """Return the kind that the main part's type says; the table of types may name the parts in any order."""
    named = [found.lower() for found in re.findall(r"ContentType\s*=\s*[\"']([^\"']+)", types)]
    for word, kinds in _MAIN:
        for one in named:
            if word in one and ("main+xml" in one or word == "binary"):
                kind = next((kind for family, kind in kinds.items() if family in one), "")
                if kind:
                    return kind
    return ""


def _by_text(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data[:_MUCH].decode("utf-16", "replace").encode("utf-8", "replace")
    head = data.removeprefix(b"\xef\xbb\xbf")[:4096].lstrip()
    if _CONTROL.search(data):
        return ""
    if _PAGE.match(head):
        return "html"
    if head.startswith(b"<"):
        return "svg" if _SVG.search(data[:_MUCH]) else "html" if _PAGE.search(head) else "xml"
    if head.startswith(b"BEGIN:VCALENDAR"):
        return "ics"
    if _CAPTIONS.match(head):
        return "vtt"
    ending = promised(name)
    return ending if ending in TEXTS else "txt"
