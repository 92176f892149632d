"""OpenDocument files."""

from __future__ import annotations

from collections.abc import Callable

from support.made.parts import Parts, lines, one, package

_NS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
)
_MIME = "application/vnd.oasis.opendocument"


def document(kind: str, body: str, more: Parts | None = None, manifest: str = "") -> bytes:
    """Return an OpenDocument file of a kind (text, spreadsheet, presentation) with a body."""
    return package(
        {
            "mimetype": f"{_MIME}.{kind}",
            "content.xml": f"<office:document-content {_NS}><office:body>{body}</office:body></office:document-content>",
            "META-INF/manifest.xml": f"<manifest:manifest {_NS}>{manifest}</manifest:manifest>",
            **(more or {}),
        }
    )


def paragraphs(text: str) -> str:
    """Return one paragraph a line."""
    return "".join(f"<text:p>{line}</text:p>" for line in lines(text))


def text_document(text: str) -> bytes:
    """One paragraph a line."""
    return document("text", f"<office:text>{paragraphs(text)}</office:text>")


def sheet(text: str) -> bytes:
    """One row a line, cells divided by ``|``."""
    rows = (
        "<table:table-row>"
        + "".join(f"<table:table-cell>{paragraphs(cell)}</table:table-cell>" for cell in line.split("|"))
        + "</table:table-row>"
        for line in text.splitlines()
    )
    table = f"<table:table table:name='Bảng'>{''.join(rows)}</table:table>"
    return document("spreadsheet", f"<office:spreadsheet>{table}</office:spreadsheet>")


def slides(text: str) -> bytes:
    """One slide."""
    return document(
        "presentation", f"<office:presentation><draw:page>{paragraphs(text)}</draw:page></office:presentation>"
    )


def properties(text: str) -> bytes:
    """The text as the title among the properties."""
    meta = f"<office:document-meta {_NS}><office:meta><dc:title>{one(text)}</dc:title></office:meta></office:document-meta>"
    return document("text", paragraphs("Nội dung."), {"meta.xml": meta})


def deleted(text: str) -> bytes:
    """The text deleted with tracked changes."""
    gone = f"<text:changed-region><text:deletion>{paragraphs(text)}</text:deletion></text:changed-region>"
    return document("text", f"<text:tracked-changes>{gone}</text:tracked-changes>{paragraphs('Nội dung.')}")


def macro(text: str) -> bytes:
    """A document with a Basic library."""
    return document("text", paragraphs(text), {"Basic/Standard/Module1.xml": "<x/>"})


def script(text: str) -> bytes:
    """A document that runs a script when it is opened."""
    listener = "<script:event-listener script:event-name='dom:load' xlink:href='vnd.sun.star.script:x'/>"
    return document("text", f"{listener}{paragraphs(text)}")


def obj(text: str) -> bytes:
    """A document with an OLE object."""
    return document("text", f"<draw:object-ole xlink:href='./Object 1'/>{paragraphs(text)}", {"Object 1": b"x"})


def remote(text: str) -> bytes:
    """A document with a picture from elsewhere."""
    return document("text", f"<draw:image xlink:href='https://evil.example/a.png'/>{paragraphs(text)}")


def encrypted(text: str) -> bytes:
    """A document under a password."""
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    return document("text", paragraphs(text), manifest=entry)


def of(kind: str) -> Callable[[str], bytes]:
    """Another kind of OpenDocument than the three that are taken."""
    return lambda text: document(kind, paragraphs(text))


RECIPES = {
    "odt": text_document,
    "ods": sheet,
    "odp": slides,
    "odt-properties": properties,
    "odt-deleted": deleted,
    "odt-macro": macro,
    "odt-script": script,
    "odt-ole": obj,
    "odt-remote-picture": remote,
    "odt-encrypted": encrypted,
    "ott": of("text-template"),
}
