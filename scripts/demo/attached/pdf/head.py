"""The head of a paper: issuing body at the left, the State's or the Party's name at the right."""

from __future__ import annotations

from datetime import date

from fpdf.enums import XPos, YPos

from attached.pdf.bodies import Body
from attached.pdf.paper import Paper
from attached.words import long_date

LEFT, RIGHT = 68.0, 92.0


def write_state_head(paper: Paper, body: Body, number: str, day: date, under: str = "") -> None:
    """Write quốc hiệu, tiêu ngữ, body, number, place and date; ``under`` is a letter's subject (V/v ...)."""
    top = paper.get_y()
    width = _stack(paper, False, ((body.above, "", 12.5), (body.name, "B", 12.5)))
    left = _rule(paper, False, min(width * 0.45, 34)) + 2
    paper.set_y(top)
    _stack(paper, True, ((("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",), "B", 12.5),))
    width = _stack(paper, True, ((("Độc lập - Tự do - Hạnh phúc",), "B", 13.5),))
    right = _rule(paper, True, width) + 2
    _foot(paper, max(left, right), number and f"Số: {number}", f"{body.place}, {long_date(day)}", under, 13)


def write_party_head(paper: Paper, body: Body, number: str, day: date, under: str = "") -> None:
    """Write the Party's form: no quốc hiệu, a star under the body, the number without a colon."""
    top = paper.get_y()
    _stack(paper, False, ((body.above, "", 13.5), (body.name, "B", 13.5), (("*",), "", 13.5)))
    left = paper.get_y()
    paper.set_y(top)
    width = _stack(paper, True, ((("ĐẢNG CỘNG SẢN VIỆT NAM",), "B", 15),))
    right = _rule(paper, True, width) + 3
    _foot(paper, right, "", f"{body.place}, {long_date(day)}", "", 14)
    paper.set_y(left)
    _foot(paper, left, number and f"Số {number}", "", under, 14)


def _foot(paper: Paper, y: float, number: str, dated: str, under: str, size: float) -> None:
    """Write number and date on one line, and a letter's subject under the number."""
    paper.set_y(y)
    _stack(paper, True, (((dated,), "I", size),)) if dated else None
    lower = paper.get_y()
    paper.set_y(y)
    _stack(paper, False, (((number,), "", size),)) if number else None
    _stack(paper, False, (((under,), "" if dated else "I", 12),)) if under else None
    paper.set_y(max(lower, paper.get_y()) + 5)


def _stack(paper: Paper, right: bool, groups: tuple[tuple[tuple[str, ...], str, float], ...]) -> float:
    """Write centred lines in one of the two columns; return the width of the last line."""
    x, room = (paper.l_margin + paper.epw - RIGHT, RIGHT) if right else (paper.l_margin - 4, LEFT)
    width = 0.0
    for lines, style, size in groups:
        paper.set_font("serif", style, size)
        for line in lines:
            paper.set_x(x)
            paper.multi_cell(room, size * 0.42, line, align="C", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
            width = min(paper.get_string_width(line), room)
    return width


def _rule(paper: Paper, right: bool, width: float) -> float:
    """Draw a rule under the last line of a column; return where it stands."""
    y = paper.get_y() + 1
    middle = paper.l_margin + paper.epw - RIGHT / 2 if right else paper.l_margin - 4 + LEFT / 2
    paper.set_line_width(0.3)
    paper.line(middle - width / 2, y, middle + width / 2, y)
    return float(y)
