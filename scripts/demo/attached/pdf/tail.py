"""The end of a paper: receivers at the left, the signatory's role at the right; no seal, no signature, no name."""

from __future__ import annotations

from fpdf.enums import XPos, YPos

from attached.pdf.bodies import Body
from attached.pdf.paper import Paper
from attached.pdf.signature import signature

LEFT, RIGHT = 76.0, 84.0


def write_tail(paper: Paper, body: Body, receivers: tuple[str, ...], signatory: str) -> bool:
    """Write both blocks side by side, on one page; tell whether they had to begin a new one."""
    lines = signature(signatory, body)
    height = max(12 + 5.2 * sum(1 + len(name) // 42 for name in receivers), 32)
    alone = bool(paper.will_page_break(height))
    if alone:
        paper.add_page()
    paper.ln(4)
    top = paper.get_y()
    if receivers:
        _receivers(paper, receivers, body.party)
    paper.set_y(top)
    for number, line in enumerate(lines, 1):
        bold = not body.party or number < len(lines) or len(lines) == 1
        paper.set_font("serif", "B" if bold else "", 14)
        paper.set_x(paper.l_margin + paper.epw - RIGHT)
        paper.multi_cell(RIGHT, 6, line, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    return alone


def _receivers(paper: Paper, receivers: tuple[str, ...], party: bool) -> None:
    paper.set_font("serif", "U" if party else "BI", 14 if party else 12)
    paper.cell(LEFT, 6, "Nơi nhận:", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.set_font("serif", "", 12 if party else 11)
    for name in receivers:
        end = "." if name is receivers[-1] else ("," if party else ";")
        paper.multi_cell(LEFT, 5, f"- {name.rstrip(' .;,')}{end}", align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
