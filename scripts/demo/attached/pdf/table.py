"""Ruled tables."""

from __future__ import annotations

from fpdf.fonts import FontFace

from attached.pdf.paper import Paper

GAP = 3.0
PADDING = (1.2, 1.8)


def write_table(paper: Paper, rows: tuple[tuple[str, ...], ...], size: float = 12) -> None:
    """Write a ruled table; its head is repeated on the next page."""
    paper.set_font("serif", "", size)
    paper.set_line_width(0.2)
    with paper.table(
        align="LEFT",
        col_widths=_widths(rows),
        text_align=tuple("C" if _numeric(rows, column) else "L" for column in range(len(rows[0]))),
        headings_style=FontFace(emphasis="BOLD"),
        line_height=size * 0.48,
        padding=PADDING,
    ) as table:
        for row in rows:
            table.row(row)
    paper.ln(GAP)


def _widths(rows: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    """Give each column a width by its longest cell, within bounds."""
    return tuple(min(max(max(len(row[i]) for row in rows if i < len(row)), 7), 44) for i in range(len(rows[0])))


def _numeric(rows: tuple[tuple[str, ...], ...], column: int) -> bool:
    cells = [row[column] for row in rows[1:] if column < len(row) and row[column]]
    return bool(cells) and all(len(cell) <= 12 and any(c.isdigit() for c in cell) for cell in cells)


def write_fields(paper: Paper, pairs: list[tuple[str, str]], size: float = 12) -> None:
    """Write labels and values as a table without a head."""
    if not pairs:
        return
    paper.set_font("serif", "", size)
    paper.set_line_width(0.2)
    with paper.table(
        align="LEFT",
        col_widths=(30, 70),
        text_align="L",
        first_row_as_headings=False,
        line_height=size * 0.48,
        padding=PADDING,
    ) as table:
        for label, value in pairs:
            row = table.row()
            row.cell(label, style=FontFace(emphasis="BOLD"))
            row.cell(value)
    paper.ln(GAP)
