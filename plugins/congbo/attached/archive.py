"""Archives (zip): every member is looked into, but no archive within an archive. Documents within documents likewise."""

from __future__ import annotations

from collections.abc import Callable

from congbo.attached.kinds import ENDINGS
from congbo.attached.model import Inspection
from congbo.attached.notes import Notes
from congbo.attached.package import Package

_ARCHIVES = ("zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "tar", "cab", "jar", "iso")


def read(data: bytes, notes: Notes, inspect: Callable[[bytes, str], Inspection]) -> None:
    """Note what the members are and say; ``inspect`` looks into one."""
    package = Package(data, notes)
    if package.encrypted:
        return
    for name in package.names:
        ending = name.rpartition(".")[2].lower() if "." in name else ""
        if ending in _ARCHIVES:
            notes.warn("nested", name)
        elif ending not in ENDINGS:
            notes.warn("member", name)
        else:
            _member(package.read(name), name, notes, inspect)


def read_embedded(data: bytes, notes: Notes, inspect: Callable[[bytes, str], Inspection]) -> None:
    """Note what the documents say that are embedded in a document (the workbook behind a chart)."""
    package = Package(data, Notes())
    for name in package.names:
        if "/embeddings/" in name.lower() and name.lower().endswith((".docx", ".xlsx", ".pptx")):
            notes.take(name.rpartition("/")[2], inspect(package.read(name), name))


def _member(data: bytes, name: str, notes: Notes, inspect: Callable[[bytes, str], Inspection]) -> None:
    if data.startswith(b"PK\x03\x04") and ENDINGS[name.rpartition(".")[2].lower()] == "zip":
        notes.warn("nested", name)
    else:
        notes.take(name, inspect(data, name))
