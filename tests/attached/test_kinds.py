"""What a file is, by its bytes."""

from __future__ import annotations

import pytest

from congbo.attached import inspect
from congbo.attached.inspection import READERS
from congbo.attached.kinds import ENDINGS, recognise
from support.made import made
from support.made.parts import package

# Recipe -> the kind that its bytes are, whatever the name says.
KINDS = {
    "pdf": "pdf", "docx": "docx", "docx-macro": "docm", "xlsx": "xlsx", "pptx": "pptx", "odt": "odt", "ods": "ods",
    "odp": "odp", "ott": "odf", "doc": "doc", "xls": "xls", "ppt": "ppt", "rtf": "rtf", "zip": "zip", "png": "png",
    "jpeg": "jpeg", "gif": "gif", "webp": "webp", "bmp": "bmp", "tiff": "tiff", "mp3": "mp3", "mp4": "mp4", "svg": "svg",
    "webm": "webm", "mkv": "mkv", "vtt": "vtt",
    "ics": "ics", "page": "html", "program": "exe", "linux-program": "exe", "script": "script", "lfs-pointer": "lfs",
    "noise": "", "pdf-program-before": "exe", "pdf-page-before": "pdf", "svg-utf16": "svg",
}  # fmt: skip


@pytest.mark.parametrize("recipe", KINDS)
@pytest.mark.parametrize("name", ["a.pdf", "a", "A.JPG"])
def test_the_bytes_tell_and_not_the_name(recipe: str, name: str) -> None:
    assert recognise(made(recipe), name) == KINDS[recipe]


@pytest.mark.parametrize("ending", ["csv", "txt", "json", "geojson"])
def test_between_plain_texts_the_name_tells(ending: str) -> None:
    assert recognise(b"[1]", f"a.{ending}") == ending
    assert recognise(b"[1]", "a.pdf") == "txt"


def test_every_kind_that_is_taken_can_be_looked_into() -> None:
    assert set(ENDINGS.values()) <= {*READERS, "zip"}


@pytest.mark.parametrize(
    ("recipe", "name"), [("docx", "a.pdf"), ("png", "a.jpg"), ("text", "a.pdf"), ("noise", "a.txt")]
)
def test_a_name_that_lies_is_a_danger(recipe: str, name: str) -> None:
    assert "disguised" in {danger.kind for danger in inspect(made(recipe), name).dangers}


@pytest.mark.parametrize("name", ["a.jpeg", "a.jpg", "A.JPEG"])
def test_one_kind_may_have_two_endings(name: str) -> None:
    assert inspect(made("jpeg"), name).dangers == ()


def test_an_office_file_is_known_by_its_main_part_whatever_it_is_called() -> None:
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    types = f'<Types><Override PartName="/x/y.xml" ContentType="{kind}"/></Types>'
    assert recognise(package({"[Content_Types].xml": types, "x/y.xml": "<x/>"}), "a.xlsx") == "xlsm"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"%PDF-", b"BM", b"RIFF", b"\0" * 12, b"<", b"\xff\xfe"]
)
def test_a_few_bytes_are_something_or_nothing(data: bytes) -> None:
    assert isinstance(recognise(data, "a"), str)
