"""Looks into a file: what it really is, what it says, what is wrong with it. Nothing is run and nothing is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from congbo.attached import (
    archive,
    limits,
    media,
    odf,
    pdf,
    picture,
    plain,
    polyglot,
    rtf,
    sheet,
    slides,
    svg,
    webm,
    word,
)
from congbo.attached.kinds import promised, recognise
from congbo.attached.model import Inspection
from congbo.attached.notes import ExcessError, Notes

Reader = Callable[[bytes, Notes], None]

READERS: Mapping[str, Reader] = {
    "pdf": pdf.read,
    "docx": word.read,
    "docm": word.read,
    "xlsx": sheet.read,
    "xlsm": sheet.read,
    "pptx": slides.read,
    "pptm": slides.read,
    "odt": odf.read,
    "ods": odf.read,
    "odp": odf.read,
    "rtf": rtf.read,
    "csv": plain.read_csv,
    "txt": plain.read,
    "html": plain.read,
    "xml": plain.read,
    "json": plain.read_json,
    "geojson": plain.read_json,
    "ics": plain.read_ics,
    "svg": svg.read,
    "png": picture.read_png,
    "jpeg": picture.read,
    "gif": picture.read,
    "webp": picture.read,
    "bmp": picture.read,
    "mp3": media.read_mp3,
    "mp4": media.read_mp4,
    "webm": webm.read,
    "vtt": plain.read,
}


def inspect(data: bytes, name: str) -> Inspection:
    """Return what a file is, by its bytes; ``name`` is what it calls itself.

    Never raises: what cannot be read is a danger.
    """
    notes = Notes()
    kind = _looked_at(data, name, notes, _member)
    return notes.inspection(kind)


def _member(data: bytes, name: str) -> Inspection:
    notes = Notes()
    return notes.inspection(_looked_at(data, name, notes, None))


def _looked_at(data: bytes, name: str, notes: Notes, within: Callable[[bytes, str], Inspection] | None) -> str:
    if not data:
        notes.warn("empty")
        return ""
    if len(data) > limits.BYTES:
        notes.warn("too_large", f"{len(data) // 1_000_000} MB")
        return ""
    kind = recognise(data, name)
    wanted = promised(name)
    if kind == "lfs":
        notes.warn("pointer")
    elif wanted and kind != wanted:
        notes.warn("disguised", kind)
    polyglot.warn(data, kind, notes)
    _read(data, kind, notes, within)
    return kind


def _read(data: bytes, kind: str, notes: Notes, within: Callable[[bytes, str], Inspection] | None) -> None:
    """The readers meet the files of strangers: whatever goes wrong in one is an answer about the file."""
    try:
        if data.startswith(b"\xd0\xcf\x11\xe0") and "EncryptedPackage".encode("utf-16-le") in data:
            notes.warn("encrypted")
        elif kind == "zip" and within:
            archive.read(data, notes, within)
        elif kind in READERS:
            READERS[kind](data, notes)
            if kind in ("docx", "xlsx", "pptx") and within:
                archive.read_embedded(data, notes, within)
    except ExcessError as error:
        notes.warn("bomb", error)
    except Exception as error:
        notes.warn("unreadable", type(error).__name__)
