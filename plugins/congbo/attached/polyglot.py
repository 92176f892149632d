"""Files that are two files at once: one for the reviewer, another for whoever opens them elsewhere."""

from __future__ import annotations

import io
import re
import zipfile

from congbo.attached.notes import Notes
from congbo.text.regex import regex

_PACKED = (
    "zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "jar", "docm", "xlsm", "pptm", "dotx", "xltx", "potx", "ppsx", "xlsb",
    "odf",
)  # fmt: skip
_TEXTS = ("csv", "txt", "json", "geojson", "ics", "svg", "html", "xml", "script", "lfs", "rtf", "")
_PAGE = regex(rb"<\s*(?:!doctype\s+html|html|script|iframe|\?php)\b", re.IGNORECASE)
_FOREIGN = {
    b"MZ": "EXE", b"PK\x03\x04": "ZIP", b"%PDF-": "PDF", b"\x7fELF": "ELF", b"#!": "#!", b"Rar!": "RAR",
    b"7z\xbc\xaf": "7Z", b"<": "<",
}  # fmt: skip
_ENDS = {"png": (b"IEND", 8), "jpeg": (b"\xff\xd9", 2), "pdf": (b"%%EOF", 5)}


def warn(data: bytes, kind: str, notes: Notes) -> None:
    """Note what stands before, within the head of or behind the file that the name promises."""
    if kind in _TEXTS:
        return
    if kind == "pdf" and not data.startswith(b"%PDF-"):
        notes.warn("polyglot", data[: min(20, data.find(b"%PDF-"))].decode("latin-1"))
    page = _PAGE.search(data[:1024])
    if page:
        notes.warn("polyglot", page[0].decode("latin-1"))
    if kind not in _PACKED and zipfile.is_zipfile(io.BytesIO(data)):
        notes.warn("polyglot", "ZIP")
    tail = _tail(data, kind)
    for magic, name in _FOREIGN.items():
        if tail.startswith(magic):
            notes.warn("polyglot", name)


def _tail(data: bytes, kind: str) -> bytes:
    mark, length = _ENDS.get(kind, (b"", 0))
    at = data.rfind(mark) if mark else -1
    return data[at + length : at + length + 64].lstrip() if at >= 0 else b""
