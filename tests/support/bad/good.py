"""A good file, and the ways to spoil it."""

from __future__ import annotations

PATH = "content/dl/van-ban-phuong/2019/901-qd-ubnd.md"
LINES = (
    "---",
    "id: dl-2019-9001",
    "type: van_ban",
    "title: Quyết định số 901/QĐ-UBND",
    "summary: Kiện toàn Ban biên tập.",
    "so_ky_hieu: 901/QĐ-UBND",
    "ngay_ban_hanh: 2019-10-01",
    "pho_bien: true",
    "---",
    "Nội dung.",
)
TITLE, SUMMARY, NUMBER, DATE, FLAG, LAST = 4, 5, 6, 7, 8, 9


def line(number: int, text: str) -> bytes:
    """Return the good file with one line replaced."""
    return "\n".join((*LINES[: number - 1], text, *LINES[number:])).encode("utf-8", "surrogatepass") + b"\n"


def added(text: str) -> bytes:
    """Return the good file with lines added at the end of its front matter: the first of them is line 9."""
    return "\n".join((*LINES[:8], text, *LINES[8:])).encode() + b"\n"


def raw(title: bytes) -> bytes:
    """Return the good file with bytes for a title."""
    return line(TITLE, "title: X").replace(b": X", b": " + title)


def whole(text: str) -> bytes:
    """Return a file of its own."""
    return text.encode()


GOOD = "\n".join(LINES) + "\n"
BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
)
MERGE = "\n".join(["m0: &m0 {k: v}"] + [f"m{i}: &m{i} {{<<: [{', '.join([f'*m{i - 1}'] * 9)}]}}" for i in range(1, 8)])
