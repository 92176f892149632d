"""An issue of the gazette: title, number and date in a band, then its contents."""

from __future__ import annotations

from attached.pdf.blocks import blocks_of
from attached.pdf.bodies import body_of
from attached.pdf.flow import write_blocks, write_line
from attached.pdf.paper import Paper, Sheet
from attached.pdf.plain import write_source
from attached.wanted import Studio, Wanted, day_of, text_of
from attached.words import capital, long_date


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the issue."""
    item, policy = want.item, studio.policy
    body = body_of(item, policy, "don_vi")
    owner = policy.units[policy.portals[item.portal].owner].name
    paper = Paper(Sheet(item.title, owner, day_of(item), item.summary))
    write_line(paper, owner.upper(), 12, "B", 3)
    write_line(paper, "CÔNG BÁO", 30, "B", 1)
    write_line(paper, body.place.upper(), 14, "B", 3)
    _band(paper, f"Số {text_of(item, 'so')}", capital(long_date(day_of(item))))
    write_blocks(paper, blocks_of(item.body), 13)
    write_source(paper, item, policy)
    return paper.finish()


def _band(paper: Paper, left: str, right: str) -> None:
    """Write number and date between two rules."""
    top = paper.get_y()
    paper.set_line_width(0.6)
    paper.line(paper.l_margin, top, paper.l_margin + paper.epw, top)
    paper.set_font("serif", "B", 13)
    paper.set_y(top + 1.5)
    paper.cell(paper.epw / 2, 6, left)
    paper.cell(paper.epw / 2, 6, right, align="R")
    paper.set_line_width(0.2)
    paper.line(paper.l_margin, top + 9, paper.l_margin + paper.epw, top + 9)
    paper.set_y(top + 14)
