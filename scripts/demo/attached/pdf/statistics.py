"""A statistical report: the figure, its series as a table and bars, method and analysis."""

from __future__ import annotations

from attached.pdf.bars import write_bars
from attached.pdf.blocks import Heading, Text, blocks_of
from attached.pdf.bodies import body_of
from attached.pdf.flow import write_blocks, write_heading, write_line, write_rule, write_text
from attached.pdf.paper import Paper
from attached.pdf.plain import open_paper, write_source
from attached.pdf.table import write_fields, write_table
from attached.series import Point, local, series_of
from attached.wanted import Studio, Wanted, text_of
from attached.words import labelled, period_words

FIELDS = (
    "chi_tieu",
    "gia_tri",
    "don_vi_tinh",
    "ky_so_lieu",
    "thoi_gian_thuc_hien",
    "ngay_gui_bao_cao",
    "ngay_quyet_dinh_cong_bo",
)


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the report."""
    item, policy = want.item, studio.policy
    paper = open_paper(item, body_of(item, policy, "don_vi"), f"Báo cáo thống kê - {item.title}")
    write_line(paper, "BÁO CÁO THỐNG KÊ", 14, "B", 1)
    write_line(paper, item.title, 14, "B")
    write_rule(paper, 36, 6)
    write_fields(paper, labelled(item, policy, FIELDS))
    _part(paper, "1. Kết quả")
    write_blocks(
        paper, tuple(_deeper(block) if isinstance(block, Heading) else block for block in blocks_of(item.body)), 13
    )
    _part(paper, "2. Chuỗi số liệu")
    _series(paper, series_of(item, studio), text_of(item, "chi_tieu"), text_of(item, "don_vi_tinh"))
    for title, field in (("3. Phương pháp", "phuong_phap"), ("4. Phân tích", "phan_tich")):
        if text_of(item, field):
            _part(paper, title)
            write_text(paper, Text(((text_of(item, field), ""),)), 13)
    write_source(paper, item, policy)
    return paper.finish()


def _part(paper: Paper, title: str) -> None:
    write_heading(paper, Heading(title, 2), 14)


def _deeper(heading: Heading) -> Heading:
    return Heading(heading.text, heading.level + 1)


def _series(paper: Paper, points: list[Point], name: str, unit: str) -> None:
    rows = tuple((period_words(point.period), local(point.value, point.places)) for point in points)
    write_bars(paper, [(point.short, point.value, row[1]) for point, row in zip(points, rows, strict=True)])
    write_table(paper, (("Kỳ", f"{name} ({unit})"), *rows), 12)
