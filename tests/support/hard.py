"""Texts that nobody means ill with and that are hard to show: by what makes them so, title and body."""

from __future__ import annotations

from collections.abc import Mapping

RUN = "Nghiêng" * 72  # some five hundred letters without a place to break
WIDE = 300
NOTES = range(80)
DEEP = 20  # levels of lists, as many as the check ``body`` takes


def _row(cell: str, columns: int) -> str:
    return f"| {' | '.join(cell.format(n) for n in range(1, columns + 1))} |"


def _table(columns: int) -> str:
    return "\n".join((_row("Cột {}", columns), _row("---", columns), _row("{}.000", columns), _row("chưa có", columns)))


HARD: Mapping[str, tuple[str, str]] = {
    "the longest title": ("Quyết định về việc phê duyệt " * 13 + "kế hoạch", "Nội dung."),
    "a title without blanks": (RUN[:400], "Nội dung."),
    "a run of letters": ("Một chuỗi rất dài", f"Mở {RUN} đóng.\n\n- {RUN}\n\n> {RUN}\n\n## {RUN}"),
    "an address as its own words": ("Một địa chỉ", f"<https://donglac.example/{'a' * 400}>"),
    "code without blanks": ("Mã", f"Gõ `{RUN}` rồi đợi."),
    "lines of code": ("Mã", f"Gõ:\n\n    {RUN}"),
    "a cell of a run of letters": ("Một ô", f"| Khu | Ghi chú |\n|---|---|\n| Số 1 | {RUN} |"),
    "lists in lists": ("Danh sách", "\n".join(f"{'    ' * n}- Bậc {n + 1}" for n in range(DEEP))),
    "quotations in quotations": ("Trích dẫn", "\n>\n".join(f"{'> ' * (n + 1)}Bậc {n + 1}" for n in range(DEEP))),
    "right to left": ("مرحبا بكم في هالونغ (Hạ Long) 2017", "أهلا وسهلا: Hạ Long, 12/7/2017.\n\n## עברית ו-Việt\n\nשלום (1)"),
    "emoji and rare letters": ("Lễ hội 🎉👨‍👩‍👧‍👦🏳️‍🌈 𠀀𪚥", "ế̵̛ 🇻🇳 ﷽ ꧁꧂ 𒐫 ⸻ 𝕏 \u00a0 ﬁ Z̸̡̢̛͎̪̘͍̣̭̝͙͍̟̲ͅa̵l̶g̷o̸.\n\n| 🇻🇳 |\n|---|\n| 𒈙𒈙𒈙𒈙𒈙 |"),
    "letters that nobody sees": ("Chữ\u200b không\u200d thấy\u2060", "a\u200bb\u00adc\u2060d " + "\u200b" * 300),
    "headings of every level": ("Tiêu đề", "\n\n".join(f"{'#' * n} Mục bậc {n} {'dài ' * 30}" for n in range(2, 7))),
    "many footnotes": ("Chú thích", "\n\n".join((" ".join(f"a[^{n}]" for n in NOTES), *(f"[^{n}]: b" for n in NOTES)))),
    "a wide table": ("Bảng rộng", _table(WIDE)),
}  # fmt: skip
