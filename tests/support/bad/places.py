"""Paths and names that are refused (58 to 61, 82, 85 to 89 of the list), and attachments that are not what they say."""

from __future__ import annotations

from support.bad.good import GOOD, LAST, PATH, added
from support.bad.model import BadFile
from support.made.pdf import javascript, plain

FOLDER = PATH.removesuffix(".md")
WHOLE = 0  # the file as a whole, no line of it
SECTION = PATH.rpartition("/")[0]


def _path(name: str, path: str) -> BadFile:
    return BadFile(name, GOOD.encode(), WHOLE, "item.path", path)


def _beside(name: str, file: str, data: bytes, key: str) -> BadFile:
    """A file in the item's folder, named in its front matter."""
    path = f"{FOLDER}/{file}"
    return BadFile(name, added(f'tep_dinh_kem: ["{file}"]'), WHOLE, key, path, {path: data})


def _named(name: str, file: str, key: str) -> BadFile:
    """A PDF of some name in the item's folder."""
    path = f"{FOLDER}/{file}"
    return BadFile(name, GOOD.encode(), WHOLE, key, path, {path: PDF})


PDF = plain("Thông báo")
PLACES = (
    _path("60 capitals", f"{SECTION}/Quyet-dinh.md"),
    _path("58 letters with marks", f"{SECTION}/quyết-định.md"),
    _path("58 a space", f"{SECTION}/quyet dinh.md"),
    _path("58 two hyphens", f"{SECTION}/quyet--dinh.md"),
    _path("58 a hyphen first", f"{SECTION}/-quyet-dinh.md"),
    _path("58 an underscore", f"{SECTION}/quyet_dinh.md"),
    _path("61 a language that is none", f"{SECTION}/quyet-dinh.fr.md"),
    _path("61 the main language", f"{SECTION}/quyet-dinh.vi.md"),
    _path("58 a folder too much", f"{SECTION}/thang-10/quyet-dinh.md"),
    _path("58 a year of two digits", "content/dl/van-ban-phuong/19/quyet-dinh.md"),
    _path("58 a year to come", "content/dl/van-ban-phuong/2219/quyet-dinh.md"),
    _path("58 no year", "content/dl/van-ban-phuong/quyet-dinh.md"),
    _path("58 no section", "content/README.md"),
    _path("88 a long name", f"{SECTION}/{'x' * 101}.md"),
    _path("58 a quote in the name", f"{SECTION}/quyet'dinh.md"),
    _path("58 markup in the name", f"{SECTION}/<b>.md"),
    BadFile(
        "59 a section that is not the portal's",
        GOOD.encode(),
        WHOLE,
        "known_section.section",
        "content/dl/theme/2019/css.md",
    ),
    BadFile(
        "59 the section of the search",
        GOOD.encode(),
        WHOLE,
        "known_section.section",
        "content/dl/tim-kiem/2019/index.md",
    ),
    BadFile("68 a file named that is not there", added("tep_dinh_kem: [khong-co.pdf]"), LAST, "references.file"),
    BadFile("68 an item named that is not there", added("translation: dl-1999-0001"), LAST, "references.item"),
    BadFile("68 a unit that there is not", added("don_vi: dl-khong-co"), LAST, "references.unit"),
    _beside("59 a file in the place of the page", "index.html", b"<p>x</p>", "references.page"),
    _beside("71 a program named as a PDF", "a.pdf", b"MZ\x90\x00" + bytes(200), "attachment_kind.disguised"),
    _beside(
        "72 a page named as a PDF", "a.pdf", b"<!doctype html><script>alert(1)</script>", "attachment_kind.disguised"
    ),
    _beside("72 a text named as a picture", "a.png", b"xin chao", "attachment_kind.disguised"),
    _beside("72 an empty file", "a.pdf", b"", "attachment_kind.empty"),
    _beside("71 a web page", "a.html", b"<p>x</p>", "attachment_kind"),
    _beside("71 a script", "a.js", b"alert(1)", "attachment_kind"),
    _beside("71 a program", "a.exe", b"MZ" + bytes(100), "attachment_kind"),
    _beside(
        "81 a script in a drawing",
        "a.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
        "attachment_kind.script",
    ),
    _beside(
        "81 a handler in a drawing",
        "a.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="a()"/>',
        "attachment_kind.script",
    ),
    _beside("79 JavaScript in a PDF", "a.pdf", javascript("Thông báo"), "attachment_kind.script"),
    _named("87 a name that Windows keeps for itself", "con.pdf", "file_name.reserved"),
    _named("89 a direction mark in a name", "a\u202efdp.exe", "file_name.unseen"),
    _named("88 a name of 220 bytes", f"{'a' * 216}.pdf", "file_name.long"),
)
