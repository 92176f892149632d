"""What a file says: the texts that a reader, a program or a search can find in it, and where."""

from __future__ import annotations

import pytest

from congbo.attached import PLACES, inspect, spoken
from congbo.attached.inspection import READERS
from congbo.locale import LANGUAGES, sentence
from support.made import made

WORDS = "Ủy ban nhân dân phường Đồng Lạc"

# Recipe -> where the words stand.
PLACED = {
    "docx": "text", "docx-split-runs": "text", "docx-header": "header", "docx-footer": "footer", "docx-footnote": "footnote",
    "docx-endnote": "footnote", "docx-comment": "comment", "docx-deleted": "deleted", "docx-hidden": "hidden",
    "docx-embedded": "member bang.xlsx\nsheet Bảng", "docx-properties": "property", "docx-custom-properties": "property",
    "xlsx": "sheet Bảng", "xlsx-shared": "sheet Bảng", "xlsx-hidden-sheet": "hidden_sheet Nháp", "xlsx-comment": "comment",
    "xlsx-properties": "property", "pptx": "slide 1", "pptx-notes": "notes", "pptx-hidden-slide": "hidden_slide 2",
    "odt": "text", "ods": "text", "odp": "text", "odt-properties": "property", "odt-deleted": "deleted",
    "pdf": "page 1", "pdf-info": "property", "pdf-xmp": "metadata", "pdf-annotation": "comment", "pdf-field": "field",
    "png-text": "metadata", "jpeg-exif": "metadata", "jpeg-comment": "metadata", "jpeg-xmp": "metadata",
    "jpeg-iptc": "metadata", "gif-comment": "metadata", "webp-exif": "metadata", "mp3": "metadata", "mp4": "metadata",
    "webm": "metadata", "vtt": "text",
    "svg": "text", "rtf": "text", "json": "text", "geojson": "text", "ics": "text", "text": "text",
    "zip": "member thong-bao.txt\ntext", "zip-with-document": "member thong-bao.docx\ntext",
}  # fmt: skip
ENDINGS = {"text": "txt", "jpeg": "jpg"}


def look(recipe: str, text: str):
    ending = recipe.partition("-")[0]
    return inspect(made(recipe, text), f"a.{ENDINGS.get(ending, ending)}")


@pytest.mark.parametrize("recipe", PLACED)
def test_words_are_found_where_they_stand(recipe: str) -> None:
    places = [passage.where for passage in look(recipe, WORDS).passages if WORDS in passage.text]
    assert places == [PLACED[recipe]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("where", [*PLACED.values(), *(place for place in PLACES if place != "member")])
def test_a_place_can_be_said(where: str, lang: str) -> None:
    words = sentence(spoken(where), lang)
    assert words.strip()
    assert "where" not in words


def test_pages_of_a_pdf_are_counted() -> None:
    passages = look("pdf", "một\n---\nhai\n---\nba").passages
    assert [passage.where for passage in passages if passage.where.startswith("page")] == ["page 1", "page 2", "page 3"]


@pytest.mark.parametrize("recipe", ["docx-table", "ods", "xlsx"])
def test_cells_are_divided_by_tabs_and_rows_by_lines(recipe: str) -> None:
    assert [p.text for p in look(recipe, "Khu|Hộ\n1|120").passages] == ["Khu\tHộ\n1\t120"]


def test_paragraphs_are_lines() -> None:
    assert [p.text for p in look("docx", "một\nhai").passages] == ["một\nhai"]


def test_a_long_number_of_a_workbook_is_written_out() -> None:
    passages = look("xlsx-numbers", "3.6123456789E10\n912000111\n0.5\n1E400").passages
    assert passages[0].text == "36123456789\n912000111\n0.5\n1E400"


def test_a_json_text_is_read_behind_its_escapes() -> None:
    assert inspect(b'{"a": "\\u1ee6y ban"}', "a.json").passages[0].text == '{"a": "Ủy ban"}'


def test_a_folded_line_of_a_calendar_is_joined() -> None:
    assert (
        "SUMMARY:Họp giao ban"
        in inspect("BEGIN:VCALENDAR\r\nSUMMARY:Họp\r\n  giao ban\r\n".encode(), "a.ics").passages[0].text
    )


def test_a_rich_text_in_a_code_page_is_read() -> None:
    assert (
        inspect(b"{\\rtf1 caf\\'e9 \\u7911?y\\par{\\*\\fonttbl Arial}{\\info{\\author A}}}", "a.rtf").passages[0].text
        == "café ủy\nA"
    )


def test_every_reader_is_proved_here() -> None:
    shown = {recipe.partition("-")[0] for recipe in PLACED} | {"txt"}
    others = {"docm", "xlsm", "pptm", "html", "xml", "csv", "bmp"}  # read as their kin, or wordless
    assert set(READERS) == shown - {"text", "zip"} | others
