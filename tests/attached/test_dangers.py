"""What is wrong with a file: the same answer every time, soon, and never an exception."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congbo.attached import DANGERS, SUSPECT, Inspection, inspect, limits
from congbo.attached.model import Danger
from congbo.locale import catalogue
from support.effort import bounded
from support.made import RECIPES, made
from support.made.parts import package
from support.made.word import document, paragraphs
from support.trees import ROOT

# Recipe -> the dangers that it shows, in any order.
BAD = {
    "empty": ("empty",), "program": ("disguised",), "linux-program": ("disguised",), "script": ("disguised",),
    "page": ("disguised",), "noise": ("disguised",), "lfs-pointer": ("pointer",), "utf16": ("disguised", "not_utf8"),
    "doc": ("disguised",), "xls": ("disguised",), "ppt": ("disguised",), "ott": ("disguised",), "tiff": ("disguised",),
    "docx-macro": ("disguised", "macro"), "docx-renamed-macro": ("macro",), "docx-external-template": ("external",),
    "docx-remote-picture": ("external",), "docx-ole": ("ole",), "docx-embedded": ("workbook",), "docx-activex": ("activex",),
    "docx-dde": ("dde",), "docx-entities": ("entity",), "docx-outside-entity": ("entity",), "docx-broken": ("unreadable",),
    "docx-bomb": ("bomb",), "docx-climbing": ("traversal",), "docx-encrypted": ("encrypted",),
    "docx-deleted": ("revisions",), "docx-comment": ("comments",),
    "xlsx-macro": ("macro",), "xlsx-old-macro": ("macro",), "xlsx-linked": ("external",), "xlsx-comment": ("comments",),
    "pptx-macro": ("macro",),
    "odt-deleted": ("revisions",), "odt-macro": ("macro",), "odt-script": ("script",), "odt-ole": ("ole", "ole"),
    "odt-remote-picture": ("external",), "odt-encrypted": ("encrypted",),
    "pdf-javascript": ("script",), "pdf-embedded": ("embedded",), "pdf-encrypted": ("encrypted",),
    "pdf-owner-password": ("encrypted",), "pdf-launch": ("action",), "pdf-submit": ("action",),
    "pdf-closing-script": ("script",),
    "pdf-scattered-script": ("script",), "pdf-calling": ("bomb",),
    "pdf-xfa": ("xfa",), "pdf-bomb": ("bomb",), "pdf-loop": ("unreadable",),
    "pdf-broken": ("unreadable",), "pdf-program-before": ("disguised",), "pdf-page-before": ("polyglot", "polyglot"),
    "png-gps": ("gps",), "png-huge": ("bomb",), "png-text-bomb": ("bomb",), "png-with-archive": ("polyglot",),
    "png-broken": ("unreadable",), "jpeg-broken": ("unreadable",),
    "jpeg-gps": ("gps",), "jpeg-with-program": ("polyglot",), "webp-gps": ("gps",),
    "svg-script": ("script",), "svg-event": ("script",), "svg-page": ("script",), "svg-remote": ("external",),
    "svg-style": ("external",), "svg-entities": ("entity",), "svg-utf16": ("not_utf8", "script"),
    "svg-broken": ("unreadable",),
    "rtf-object": ("activex", "ole"), "json-deep": ("unreadable",),
    "zip-with-macro": ("disguised", "macro"), "zip-with-program": ("member",), "zip-nested": ("nested",),
    "zip-climbing": ("traversal",), "zip-absolute": ("traversal",), "zip-bomb": ("bomb",), "zip-lying-bomb": ("unreadable",),
    "zip-crowded": ("bomb",), "zip-encrypted": ("encrypted",), "zip-twice": ("twice",), "zip-broken": ("unreadable",),
    "zip-program-before": ("disguised", "polyglot"), "mp4-gps": ("gps",),
    "webm-gps": ("gps",), "webm-with-file": ("embedded",), "webm-broken": ("unreadable",), "mkv": ("disguised",),
}  # fmt: skip
GOOD = (
    "docx", "docx-split-runs", "docx-table", "docx-header", "docx-footer", "docx-footnote", "docx-endnote", "docx-hidden",
    "docx-properties", "docx-custom-properties", "docx-hyperlink", "docx-page-number", "xlsx", "xlsx-shared", "xlsx-numbers",
    "xlsx-hidden-sheet", "xlsx-formula", "xlsx-properties", "pptx", "pptx-notes", "pptx-hidden-slide", "odt", "ods", "odp",
    "odt-properties", "pdf", "pdf-info", "pdf-xmp", "pdf-annotation", "pdf-field", "pdf-opens-at", "png", "png-text", "jpeg",
    "jpeg-exif", "jpeg-comment", "jpeg-xmp", "jpeg-iptc", "gif", "gif-comment", "webp", "webp-exif", "bmp", "svg", "text",
    "rtf", "json", "geojson", "ics", "zip", "zip-with-document", "mp3", "mp4", "webm",
    "webm-running", "vtt",
)  # fmt: skip
NAMED = {"mkv": "webm", "jpeg": "jpg", "ott": "odt", "json": "json", "utf16": "pdf"}
KNOWN = ("docx", "xlsx", "pptx", "odt", "pdf", "png", "webp", "svg", "rtf", "zip", "mp4", "webm", "vtt")
MOST_BYTES = 256_000_000


def name_of(recipe: str) -> str:
    kind = recipe.partition("-")[0]
    return f"a.{NAMED.get(kind, kind if kind in KNOWN else 'pdf')}"


def kinds(found: Inspection) -> list[str]:
    return sorted(danger.kind for danger in found.dangers)


def test_there_are_many_bad_files() -> None:
    assert len(BAD) >= 60
    assert set(BAD) <= set(RECIPES)


@pytest.mark.parametrize("recipe", BAD)
def test_a_bad_file_is_refused_soon(recipe: str) -> None:
    data, name = made(recipe), name_of(recipe)
    with bounded():
        found = inspect(data, name)
    assert kinds(found) == sorted(BAD[recipe])
    assert inspect(data, name) == found


@pytest.mark.parametrize("recipe", GOOD)
def test_what_is_not_bad_has_no_danger(recipe: str) -> None:
    kind = recipe.partition("-")[0]
    name = {"text": "a.txt", "jpeg": "a.jpg"}.get(kind, f"a.{kind}")
    assert inspect(made(recipe), name).dangers == ()


def test_all_bad_files_together_need_little_memory() -> None:
    """In a process of its own, where nothing else was read before.

    ``VmHWM`` and not ``ru_maxrss``, which a process takes over from the one that started it.
    """
    program = (
        "import re, sys; from congbo.attached import inspect; from pathlib import Path\n"
        "for file in sys.argv[1:]: inspect(Path(file).read_bytes(), file)\n"
        "print(int(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1]) * 1024)"
    )
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}-{name_of(recipe)}") for number, recipe in enumerate(BAD)]
        for file, recipe in zip(files, BAD, strict=True):
            file.write_bytes(made(recipe))
        asked = [sys.executable, "-c", program, *map(str, files)]
        done = subprocess.run(
            asked, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "plugins")}
        )
    assert int(done.stdout) < MOST_BYTES


def test_every_danger_is_shown_and_can_be_said() -> None:
    shown = {kind for one in BAD.values() for kind in one} | {"too_large", "formula"}
    assert shown == set(DANGERS)
    assert set(SUSPECT) <= set(DANGERS)
    for kind in DANGERS:
        assert f"attachment_kind.{kind}" in catalogue("vi")


# ---- limits


def test_a_file_that_is_too_large_is_not_even_read() -> None:
    assert inspect(b"%PDF-" + bytes(limits.BYTES), "a.pdf") == Inspection("", (), (Danger("too_large", "100 MB"),))


def test_a_formula_is_no_number() -> None:
    cells = "-1,+84 203 xxx xxx,-1.000,5\n=1,@a,-a,+b\n"
    assert [danger.shown for danger in inspect(cells.encode(), "a.csv").dangers] == ["2: =1", "2: @a", "2: -a", "2: +b"]


def test_of_one_kind_only_a_few_dangers_are_listed() -> None:
    assert len(inspect("\n".join(f"=A{n}" for n in range(50)).encode(), "a.csv").dangers) == limits.SAME


def test_what_a_danger_shows_is_short_and_printable() -> None:
    found = inspect(package({"\x1b[31m" + "x" * 500 + ".exe": b"MZ"}), "a.zip")
    assert all(len(one.shown) <= limits.SHOWN and one.shown.isprintable() for one in found.dangers)
    assert found.dangers


def test_elements_in_each_other_are_not_followed_for_ever() -> None:
    deep = "<w:tbl>" * 5_000
    assert kinds(inspect(document(deep), "a.docx")) == ["bomb"]


def test_much_text_is_too_much() -> None:
    assert kinds(inspect(b"a " * (limits.TEXT // 2 + 1), "a.txt")) == ["bomb"]


def test_a_picture_in_a_document_tells_its_place_too() -> None:
    with_picture = document(paragraphs("x"), {"word/media/image1.jpeg": made("jpeg-gps")})
    assert kinds(inspect(with_picture, "a.docx")) == ["gps"]


def test_a_workbook_in_a_document_is_looked_into_like_any_other() -> None:
    assert kinds(inspect(package({"a.docx": document("", {"word/vbaProject.bin": b"x"})}), "a.zip")) == ["macro"]


# ---- whatever comes


names = st.sampled_from(["a.pdf", "a.docx", "a.xlsx", "a.pptx", "a.odt", "a.zip", "a.png", "a.jpg", "a.svg", "a.csv",
                         "a.json", "a.rtf", "a.mp3", "a.mp4", "a.ics", "a", "", "a.exe", "\udcff.pdf"])  # fmt: skip
BOUNDED = settings(max_examples=150, deadline=2_000, suppress_health_check=[HealthCheck.too_slow])


@BOUNDED
@given(data=st.binary(max_size=2_000), name=names)
def test_any_bytes_get_an_answer(data: bytes, name: str) -> None:
    assert isinstance(inspect(data, name), Inspection)


MAGIC = [
    b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe1", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM",
    b"{\\rtf1 ", b"ID3\x03\0\0", b"\0\0\0\x18ftypisom", b"<svg xmlns='http://www.w3.org/2000/svg'>", b"BEGIN:VCALENDAR",
    b"[", bytes.fromhex("d0cf11e0a1b11ae1"),
]  # fmt: skip


@BOUNDED
@given(magic=st.sampled_from(MAGIC), data=st.binary(max_size=500), name=names)
def test_any_bytes_behind_a_known_beginning_get_an_answer(magic: bytes, data: bytes, name: str) -> None:
    assert isinstance(inspect(magic + data, name), Inspection)


@BOUNDED
@given(
    recipe=st.sampled_from([recipe for recipe in (*GOOD, *BAD) if "bomb" not in BAD.get(recipe, ())]),
    at=st.integers(0, 20_000),
    new=st.binary(min_size=1, max_size=8),
)
def test_a_damaged_file_gets_an_answer(recipe: str, at: int, new: bytes) -> None:
    data = bytearray(made(recipe))
    at %= len(data) + 1
    data[at : at + len(new)] = new
    assert isinstance(inspect(bytes(data), name_of(recipe)), Inspection)


@BOUNDED
@given(
    recipe=st.sampled_from(["pdf", "docx", "xlsx", "odt", "png", "jpeg-exif", "gif", "mp4", "zip"]),
    end=st.integers(0, 5_000),
)
def test_a_file_that_breaks_off_gets_an_answer(recipe: str, end: int) -> None:
    assert isinstance(inspect(made(recipe)[:end], name_of(recipe)), Inspection)


def test_an_ordinary_pdf_is_read_page_by_page() -> None:
    page = "\n".join(f"Khoản {n}. Cơ quan, đơn vị có trách nhiệm thi hành." for n in range(40))
    data = made("pdf", "\n---\n".join([page] * 4))
    found = inspect(data, "a.pdf")
    assert len([passage for passage in found.passages if passage.where.startswith("page")]) == 4
