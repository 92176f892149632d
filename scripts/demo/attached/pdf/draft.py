"""The draft of a consultation: marked as a draft, with the terms of the consultation before the text."""

from __future__ import annotations

import re

from attached.pdf.blocks import Heading, blocks_of
from attached.pdf.bodies import body_of
from attached.pdf.flow import write_blocks, write_heading, write_line, write_rule
from attached.pdf.plain import open_paper, write_source
from attached.pdf.table import write_fields
from attached.wanted import Studio, Wanted, text_of
from attached.words import capital, labelled

FIELDS = ("linh_vuc", "bat_dau", "thoi_han", "nhan_y_kien", "dia_chi", "thu_dien_tu")


def make(want: Wanted, studio: Studio) -> bytes:
    """Draw the draft."""
    item, policy = want.item, studio.policy
    body = body_of(item, policy, "don_vi")
    paper = open_paper(item, body, item.title)
    write_line(paper, "DỰ THẢO LẤY Ý KIẾN", 14, "B", 1)
    write_line(paper, _subject(item.title), 14, "B")
    write_rule(paper, 36, 6)
    write_heading(paper, Heading("I. Nội dung dự thảo", 2), 14)
    write_blocks(
        paper, tuple(_deeper(block) if isinstance(block, Heading) else block for block in blocks_of(item.body))
    )
    write_heading(paper, Heading("II. Việc lấy ý kiến", 2), 14)
    write_fields(paper, [("Cơ quan lấy ý kiến", text_of(item, "nguon")), *labelled(item, policy, FIELDS)])
    write_source(paper, item, policy)
    return paper.finish()


def _subject(title: str) -> str:
    """Return the title without the word that stands above it already."""
    return capital(re.sub(r"^Dự thảo ", "", title))


def _deeper(heading: Heading) -> Heading:
    return Heading(heading.text, heading.level + 1)
