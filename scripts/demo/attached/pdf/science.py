"""Reports of a science topic: the summary report, and the report on its application."""

from __future__ import annotations

from collections.abc import Iterator

from attached.pdf.blocks import Block, Heading, blocks_of
from attached.pdf.bodies import body_of
from attached.pdf.flow import write_blocks, write_line, write_rule
from attached.pdf.plain import open_paper, write_source
from attached.pdf.table import write_fields
from attached.wanted import Studio, Wanted
from attached.words import labelled

FIELDS = (
    "ma_so",
    "ten",
    "cap_quan_ly",
    "linh_vuc",
    "don_vi_chu_tri",
    "thoi_gian_thuc_hien",
    "ngay_phe_duyet",
    "ngay_nghiem_thu",
)


def make_summary(want: Wanted, studio: Studio) -> bytes:
    """Draw the summary report: everything but the part on application."""
    return _make(want, studio, "BÁO CÁO TỔNG HỢP", applied=False)


def make_application(want: Wanted, studio: Studio) -> bytes:
    """Draw the application report: the part on application, or the whole body if it has no such part."""
    return _make(want, studio, "BÁO CÁO TRIỂN KHAI ÁP DỤNG", applied=True)


def _make(want: Wanted, studio: Studio, title: str, *, applied: bool) -> bytes:
    item, policy = want.item, studio.policy
    paper = open_paper(item, body_of(item, policy, "don_vi"), f"{title} - {item.title}")
    write_line(paper, title, 15, "B", 1)
    write_line(paper, f"Đề tài: {item.title}", 14, "B")
    write_rule(paper, 36, 6)
    write_fields(paper, labelled(item, policy, FIELDS))
    blocks = blocks_of(item.body)
    write_blocks(paper, tuple(_part(blocks, applied)) or blocks)
    write_source(paper, item, policy)
    return paper.finish()


def _part(blocks: tuple[Block, ...], applied: bool) -> Iterator[Block]:
    """Yield the blocks under headings that speak of application, or the others."""
    within = False
    for block in blocks:
        if isinstance(block, Heading):
            within = "áp dụng" in block.text.lower()
        if within == applied:
            yield block
