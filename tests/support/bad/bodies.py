"""Bodies that are refused (34 to 41, 56, 65, 66, 68 of the list): what nobody sees, dead links, texts made of brackets."""

from __future__ import annotations

from support.bad.good import GOOD, TITLE, line
from support.bad.model import BadFile

BODY = 10


def body(text: str) -> bytes:
    """Return the good file with another body; its first line is line 10."""
    return GOOD.replace("Nội dung.", text).encode()


def _body(name: str, text: str, key: str, at: int = BODY) -> BadFile:
    return BadFile(name, body(text), at, key)


def _title(name: str, text: str, key: str) -> BadFile:
    return BadFile(name, line(TITLE, f"title: {text}"), TITLE, key)


UNSEEN = (
    ("33 decomposed", "Uỷ ban nhân da\u0302n phường", "text.nfc"),
    ("38 override", "Số \u202e109\u202c/QĐ-UBND", "text.direction"),
    ("38 isolate", "Số \u2067109\u2069/QĐ-UBND", "text.direction"),
    ("38 mark", "Số\u200f 109", "text.direction"),
    ("39 zero-width space", "UB\u200bND phường", "text.zero_width"),
    ("39 zero-width joiner", "UB\u200dND phường", "text.zero_width"),
    ("39 word joiner", "UB\u2060ND phường", "text.zero_width"),
    ("39 soft hyphen", "UB\u00adND phường", "text.soft_hyphen"),
    ("39 byte-order mark inside", "UB\ufeffND phường", "text.zero_width"),
    ("40 tag characters", "UBND\U000e0041 phường", "text.tag"),
    ("37 Cyrillic letter", "UBND phường Đồng L\u0430c", "text.cyrillic"),
    ("37 Greek letter", "UBND ph\u03bfường", "text.greek"),
    ("37 full-width letters", "ＵＢＮＤ phường", "text.full_width"),
    ("37 mathematical letters", "𝐔𝐁𝐍𝐃 phường", "text.mathematical"),
    ("37 eth for Đ", "Ðồng Lạc", "text.eth"),
    ("39 private use", "UBND \ue000 phường", "text.private_use"),
    ("39 lost letter", "UBND ph\ufffdường", "text.lost"),
)
LINKS = (
    ("56 {filename}", "[x]({filename}../../../../policies/law.yml)"),
    ("56 {static}", "[x]({static}/../../etc/passwd)"),
    ("56 {attach}", "[x]({attach}../a.pdf)"),
    ("56 out of the portal", "[x](../../../../../../etc/passwd)"),
    ("56 out of the portal, in escapes", "[x](%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd)"),
    ("68 a page that is not there", "[x](/tin-tuc-su-kien/2019/khong-co/)"),
    ("68 a file that is not there", "[x](khong-co.pdf)"),
    ("68 a picture that is not there", "![Ảnh](khong-co.png)"),
    ("68 another item's source", "[x](khac.md)"),
    ("68 no address", "[x](//[z)"),
    ("68 no address in a bracket", "[x](<http://[abc>)"),
)
BODIES = (
    *(_body(f"{name} in the body", text, key) for name, text, key in UNSEEN),
    *(_title(f"{name} in the title", text, key) for name, text, key in UNSEEN),
    *(_body(name, text, "body.link") for name, text in LINKS),
    _body("68 in the third paragraph", "Một.\n\nHai.\n\n[x](khong-co.pdf)", "body.link", BODY + 4),
    _body("65 twenty thousand brackets", "[" * 20_000, "body.brackets"),
    _body("65 brackets and parentheses", "[a](" * 20_000, "body.brackets"),
    _body("65 pictures of pictures", "![" * 30_000, "body.brackets"),
    _body("65 a hundred thousand dead links", "[a](b) " * 100_000, "body.brackets"),
    _body("65 brackets that close", "[" * 9_000 + "]" * 9_000, "body.brackets"),
    _body("66 three thousand quotations in each other", ">" * 3_000 + " x", "body.levels"),
    _body("66 lists in each other on one line", "- " * 3_000 + "x", "body.levels"),
    _body("66 numbered lists on one line", "1. " * 3_000 + "x", "body.levels"),
    _body("66 quotations and lists on one line", "> - " * 3_000 + "x", "body.levels"),
    _body("66 quotations with spaces", "> " * 3_000 + "x", "body.levels"),
    _body(
        "66 three hundred lists in each other",
        "\n".join("    " * n + "- x" for n in range(300)),
        "body.levels",
        BODY + 20,
    ),
    _body(
        "66 numbered lists in each other", "\n".join("    " * n + "1. x" for n in range(100)), "body.levels", BODY + 20
    ),
)
