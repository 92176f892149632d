"""A summary sheet of a document whose full text the item does not hold: fields and body, no official head."""

from __future__ import annotations

from attached.pdf.blocks import blocks_of
from attached.pdf.flow import write_blocks, write_line, write_rule
from attached.pdf.paper import Paper, Sheet
from attached.pdf.table import write_fields
from attached.wanted import Studio, Wanted, day_of, text_of
from attached.words import labelled

FIELDS = ("hinh_thuc", "so_ky_hieu", "ngay_ban_hanh", "co_quan_ban_hanh", "nguoi_ky", "trich_yeu", "ngay_hieu_luc",
          "tinh_trang_hieu_luc", "thay_the", "sua_doi", "can_cu")  # fmt: skip


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the sheet."""
    item, policy = want.item, studio.policy
    portal = policy.portals[item.portal]
    paper = Paper(Sheet(f"Bản tóm tắt - {item.title}", portal.name.vi, day_of(item), text_of(item, "trich_yeu")))
    write_line(paper, portal.name.vi.upper(), 12, "B")
    write_rule(paper, 28, 8)
    write_line(paper, "BẢN TÓM TẮT VĂN BẢN", 14, "B", 1)
    write_line(paper, item.title, 14, "B", 1)
    write_line(paper, "(Toàn văn do cơ quan ban hành công bố; bản này không thay văn bản gốc)", 12, "I", 5)
    write_fields(paper, labelled(item, policy, FIELDS))
    write_blocks(paper, blocks_of(item.body), 13)
    return paper.finish()
