"""Packages of parts: what docx, xlsx, odt and zip have in common."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

Parts = Mapping[str, str | bytes]

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{text}</dc:title></cp:coreProperties>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{inner}</Properties>'
)
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="x" pid="2" name="Ghi chú"><vt:lpwstr>{text}</vt:lpwstr></property></Properties>'
)


def package(parts: Parts) -> bytes:
    """Return the zip of the parts, in their order, with a fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, (2019, 10, 7, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, part)
    return out.getvalue()


def lines(text: str) -> list[str]:
    """Return the lines of a recipe's text that are not blank, fit for XML."""
    return [escape(line) for line in text.splitlines() if line.strip()]


def one(text: str) -> str:
    """Return the text on one line, fit for XML."""
    return " ".join(lines(text))


def types(main: str, content_type: str) -> str:
    """Return ``[Content_Types].xml`` of a package whose main part is ``main``."""
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )


def relations(*targets: tuple[str, str, bool]) -> str:
    """Return a part of relationships: kind, target, whether it lies outside the package."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{escape(target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if outside else ''}/>"
        for number, (kind, target, outside) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{inner}</Relationships>'
