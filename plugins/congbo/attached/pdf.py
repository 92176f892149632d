"""PDF files: text of the pages, properties, notes, fields and outlines; what runs, sends, or lies hidden in them."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping

from defusedxml.ElementTree import ParseError
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject, StreamObject

from congbo.attached import limits
from congbo.attached.notes import ExcessError, Notes
from congbo.attached.pdf_work import Work, value
from congbo.attached.xml import Words, walk

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells stderr of every oddity that it reads over

_ACTIONS = {
    "/JavaScript": "script", "/Launch": "action", "/ImportData": "action", "/SubmitForm": "action", "/GoToE": "embedded",
    "/Rendition": "action", "/Movie": "action", "/Sound": "action", "/RichMediaExecute": "action",
}  # fmt: skip
_OBJECTS = {
    "/FileAttachment": "embedded", "/RichMedia": "embedded", "/3D": "embedded", "/Movie": "embedded", "/Sound": "embedded",
    "/Screen": "embedded",
}  # fmt: skip
_KEYS = {"/JS": "script", "/EF": "embedded", "/XFA": "xfa"}
_WORDS = {"/Contents": "comment", "/RC": "comment", "/V": "field", "/DV": "field", "/TU": "field"}
# What holds no action: the structure for screen readers, fonts and pictures, and the ways back up.
_PASSED_BY = (
    "/Parent",
    "/P",
    "/StructTreeRoot",
    "/StructParents",
    "/Resources",
    "/Metadata",
    "/Font",
    "/Prev",
    "/Dest",
)


def read(data: bytes, notes: Notes) -> None:
    """Note every text and every action; an encrypted file is not read."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        notes.warn("encrypted")
        return
    try:
        _all(reader, notes)
    except LimitReachedError as error:  # a stream that swells when it is unpacked
        raise ExcessError from error


def _all(reader: PdfReader, notes: Notes) -> None:
    _properties(reader, notes)
    for found in _dictionaries(reader):
        _actions(found, notes)
        _words(found, notes)
    _pages(reader, notes)


def _properties(reader: PdfReader, notes: Notes) -> None:
    info: Mapping[str, object] = reader.metadata or {}
    notes.quote("property", "\n".join(f"{key[1:]}: {value}" for key, value in info.items() if isinstance(value, str)))
    stream = value(reader.root_object, "/Metadata")
    if isinstance(stream, StreamObject):
        words = Words()
        try:
            walk(stream.get_data().strip(b"\0 \r\n\t"), words, notes)
        except ParseError:  # a broken packet is read by nobody
            return
        notes.quote("metadata", words.text)


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every dictionary that is reached from the root of the document, each once."""
    waiting: list[PdfObject | None] = [reader.root_object]
    seen: set[int] = set()
    visited = 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        visited += 1
        if visited > limits.OBJECTS:
            raise ExcessError(f"> {limits.OBJECTS}")
        if isinstance(one, DictionaryObject):
            yield one
            waiting += [one.raw_get(key) for key in one if key not in _PASSED_BY]
        elif isinstance(one, ArrayObject):
            waiting += list(one)


def _actions(found: DictionaryObject, notes: Notes) -> None:
    for key, kinds in (("/S", _ACTIONS), ("/Subtype", _OBJECTS)):
        name = value(found, key)
        if isinstance(name, str) and name in kinds:
            notes.warn(kinds[name], name)
    for key, kind in _KEYS.items():
        if key in found and not (key == "/JS" and "/S" in found):  # an action has told its kind already
            notes.warn(kind, _name(found) or key)


def _name(found: DictionaryObject) -> str:
    names = (value(found, key) for key in ("/UF", "/F"))
    return next((str(name) for name in names if isinstance(name, str)), "")


def _words(found: DictionaryObject, notes: Notes) -> None:
    for key, place in _WORDS.items():
        text = value(found, key)
        if isinstance(text, str) and not text.startswith("/"):
            notes.quote(place, text)
    title = value(found, "/Title")
    if isinstance(title, str) and "/Count" not in found and "/Creator" not in found:
        notes.quote("outline", title)


def _pages(reader: PdfReader, notes: Notes) -> None:
    if len(reader.pages) > limits.PAGES:
        raise ExcessError(f"{len(reader.pages)} > {limits.PAGES}")
    work = Work()
    for number, page in enumerate(reader.pages, 1):
        if work.spend(page, number):
            notes.quote(f"page {number}", page.extract_text())
