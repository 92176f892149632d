"""Plans, reports and whatever has no form of its own: head, title, fields, body."""

from __future__ import annotations

from attached.pdf.blocks import Block, blocks_of, ended
from attached.pdf.bodies import Body, body_of
from attached.pdf.flow import write_blocks, write_line, write_rule
from attached.pdf.head import write_party_head, write_state_head
from attached.pdf.paper import Paper, Sheet
from attached.pdf.table import write_fields
from attached.wanted import Studio, Wanted, day_of, text_of
from attached.words import labelled
from congbo.item import Item
from congbo.policy import Policy

FIELDS = (
    "linh_vuc",
    "cap",
    "ky_so_lieu",
    "ngay_phe_duyet",
    "ngay_ban_hanh",
    "thoi_gian_thuc_hien",
    "kinh_phi",
    "dia_diem",
)


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the paper under the item's own title."""
    item, policy = want.item, studio.policy
    body = body_of(item, policy, "don_vi")
    paper = open_paper(item, body, item.title)
    write_line(paper, item.title.upper(), 14, "B")
    write_rule(paper, 36, 6)
    write_fields(paper, labelled(item, policy, FIELDS))
    write_blocks(paper, _closed(item, body))
    write_source(paper, item, policy)
    return paper.finish()


def open_paper(item: Item, body: Body, title: str) -> Paper:
    """Return paper with a head that has no number, because these papers are not issued under one."""
    paper = Paper(Sheet(title, body.full, day_of(item), item.summary, top_numbers=body.party))
    (write_party_head if body.party else write_state_head)(paper, body, "", day_of(item))
    paper.ln(2)
    return paper


def write_source(paper: Paper, item: Item, policy: Policy) -> None:
    """Write who supplied the text, and on which portal it stands."""
    paper.ln(2)
    paper.set_font("serif", "I", 12)
    source = text_of(item, "nguon")
    line = f"Nguồn: {source}. " if source else ""
    paper.multi_cell(
        paper.epw,
        5.5,
        f"{line}Đăng trên {policy.portals[item.portal].name.vi}.",
        align="L",
        new_x="LMARGIN",
        new_y="NEXT",
    )


def _closed(item: Item, body: Body) -> tuple[Block, ...]:
    return ended(blocks_of(item.body), "." if body.party else "./.")
