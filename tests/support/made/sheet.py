"""Excel workbooks."""

from __future__ import annotations

from support.made.ole import container
from support.made.parts import CORE, Parts, lines, one, package, relations, types

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HARMLESS = "<row r='1'><c r='A1' t='inlineStr'><is><t>Khu dân cư</t></is></c></row>"


def rows(text: str) -> str:
    """Return one row a line, cells divided by ``|``, written into the cells themselves."""
    return "".join(
        f"<row r='{number}'>"
        + "".join(
            f"<c r='{chr(65 + n)}{number}' t='inlineStr'><is><t>{cell}</t></is></c>"
            for n, cell in enumerate(line.split("|"))
        )
        + "</row>"
        for number, line in enumerate(lines(text), 1)
    )


def workbook(sheets: dict[str, tuple[str, str]], more: Parts | None = None) -> bytes:
    """Return a workbook: name of a sheet -> its state (visible, hidden, veryHidden) and its rows."""
    listed = "".join(
        f"<sheet name='{name}' sheetId='{number}' r:id='rId{number}' state='{state}'/>"
        for number, (name, (state, _)) in enumerate(sheets.items(), 1)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types("xl/workbook.xml", _MAIN),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml", False)),
        "xl/workbook.xml": f"<workbook {_S} {_R}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            *(("worksheet", f"worksheets/sheet{n}.xml", False) for n in range(1, len(sheets) + 1))
        ),
    }
    for number, (_, inner) in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet {_S}><sheetData>{inner}</sheetData></worksheet>"
    return package(parts | dict(more or {}))


def plain(text: str) -> bytes:
    """One row a line, cells divided by ``|``."""
    return workbook({"Bảng": ("visible", rows(text))})


def shared(text: str) -> bytes:
    """The cells' text in the table of shared strings, as Excel saves it; one cell a line."""
    strings = "".join(f"<si><t>{line}</t></si>" for line in lines(text))
    cells = "".join(f"<row r='{n}'><c r='A{n}' t='s'><v>{n - 1}</v></c></row>" for n in range(1, len(lines(text)) + 1))
    return workbook({"Bảng": ("visible", cells)}, {"xl/sharedStrings.xml": f"<sst {_S}>{strings}</sst>"})


def numbers(text: str) -> bytes:
    """The cells as numbers, one a line."""
    cells = "".join(f"<row r='{n}'><c r='A{n}'><v>{line}</v></c></row>" for n, line in enumerate(lines(text), 1))
    return workbook({"Bảng": ("visible", cells)})


def hidden(text: str) -> bytes:
    """A sheet that Excel does not even list, beside a harmless one."""
    return workbook({"Bảng": ("visible", _HARMLESS), "Nháp": ("veryHidden", rows(text))})


def comment(text: str) -> bytes:
    """A comment on a cell."""
    inner = f"<comment ref='A1' authorId='0'><text><r><t>{one(text)}</t></r></text></comment>"
    more = {"xl/comments1.xml": f"<comments {_S}><commentList>{inner}</commentList></comments>"}
    return workbook({"Bảng": ("visible", _HARMLESS)}, more)


def formula(text: str) -> bytes:
    """A cell with a formula; the text is the formula."""
    return workbook({"Bảng": ("visible", f"<row r='1'><c r='A1'><f>{one(text)}</f><v>0</v></c></row>")})


def properties(text: str) -> bytes:
    """The text as the title among the properties."""
    return workbook({"Bảng": ("visible", _HARMLESS)}, {"docProps/core.xml": CORE.format(text=one(text))})


def macro(text: str) -> bytes:
    """A workbook with macros."""
    return workbook({"Bảng": ("visible", rows(text))}, {"xl/vbaProject.bin": container()})


def linked(text: str) -> bytes:
    """A workbook that takes figures from another one."""
    more = {
        "xl/externalLinks/externalLink1.xml": f"<externalLink {_S}/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
            ("externalLinkPath", "//may-chu.example/a.xlsx", True)
        ),
    }
    return workbook({"Bảng": ("visible", rows(text))}, more)


def old_macro(text: str) -> bytes:
    """A sheet of macros of Excel 4."""
    more = {"xl/macrosheets/sheet1.xml": f"<xm:macrosheet xmlns:xm='x'>{one(text)}</xm:macrosheet>"}
    return workbook({"Bảng": ("visible", _HARMLESS)}, more)


RECIPES = {
    "xlsx": plain,
    "xlsx-shared": shared,
    "xlsx-numbers": numbers,
    "xlsx-hidden-sheet": hidden,
    "xlsx-comment": comment,
    "xlsx-formula": formula,
    "xlsx-properties": properties,
    "xlsx-macro": macro,
    "xlsx-old-macro": old_macro,
    "xlsx-linked": linked,
}
