"""Puts blocks on paper, one under the other."""

from __future__ import annotations

from fpdf.enums import XPos, YPos

from attached.pdf.blocks import Block, Heading, Span, Table, Text
from attached.pdf.paper import Paper
from attached.pdf.table import write_table

INDENT = 10.0
LEADING = 1.28
GAP = 2.0


def write_blocks(paper: Paper, blocks: tuple[Block, ...], size: float = 14) -> None:
    """Write a body: justified paragraphs with an indented first line, as the decree has them."""
    for block in blocks:
        if isinstance(block, Heading):
            write_heading(paper, block, size)
        elif isinstance(block, Table):
            write_table(paper, block.rows, size - 2)
        else:
            write_text(paper, block, size)


def write_heading(paper: Paper, heading: Heading, size: float) -> None:
    """Write a heading; it does not stay alone at the foot of a page."""
    if paper.will_page_break(size * 1.6):
        paper.add_page()
    write_spans(paper, ((heading.text, "B" if heading.level < 3 else "BI"),), size, indent=INDENT, align="L")


def write_text(paper: Paper, text: Text, size: float) -> None:
    """Write a paragraph or a list entry."""
    mark: tuple[Span, ...] = ((f"{text.mark} ", ""),) if text.mark else ()
    write_spans(paper, (*mark, *text.spans), size, indent=INDENT * (1 + text.depth * 0.6))


def write_spans(
    paper: Paper, spans: tuple[Span, ...], size: float, *, indent: float = INDENT, align: str = "J"
) -> None:
    """Write one paragraph of words in several styles."""
    with (
        paper.text_columns(text_align=align, line_height=LEADING) as columns,
        columns.paragraph(first_line_indent=indent, bottom_margin=GAP) as paragraph,
    ):
        for text, style in spans:
            paper.set_font("serif", style, size)
            paragraph.write(text)
    paper.set_font("serif", "", size)


def write_line(paper: Paper, text: str, size: float, style: str = "", gap: float = 0) -> None:
    """Write centred lines over the width of the text."""
    paper.set_font("serif", style, size)
    paper.set_x(paper.l_margin)
    paper.multi_cell(paper.epw, size * 0.46, text, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(gap)


def write_rule(paper: Paper, width: float, gap: float = 4) -> None:
    """Draw the short rule under a title."""
    middle = paper.l_margin + paper.epw / 2
    paper.set_line_width(0.3)
    paper.line(middle - width / 2, paper.get_y() + 1.6, middle + width / 2, paper.get_y() + 1.6)
    paper.ln(gap)
