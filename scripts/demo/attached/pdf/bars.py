"""A small bar chart of a series, drawn in greys so that it prints."""

from __future__ import annotations

from attached.pdf.paper import Paper

HEIGHT = 42.0
GREY, DARK = 176, 84


def write_bars(paper: Paper, bars: list[tuple[str, float, str]]) -> None:
    """Draw (label, value, value in words); the last bar is dark. Bars start at a floor that lets differences show."""
    if len(bars) < 2:
        return
    if paper.will_page_break(HEIGHT + 14):
        paper.add_page()
    low, high = min(value for _, value, _ in bars), max(value for _, value, _ in bars)
    floor = 0 if low < high * 0.6 or low <= 0 else low - (high - low or high * 0.1) * 0.8
    top, step = paper.get_y() + 6, paper.epw / len(bars)
    for number, (label, value, words) in enumerate(bars):
        height = HEIGHT * (value - floor) / ((high - floor) or 1)
        x = paper.l_margin + number * step
        paper.set_fill_color(DARK if number == len(bars) - 1 else GREY)
        paper.rect(x + step * 0.18, top + HEIGHT - height, step * 0.64, height, "F")
        _label(paper, words, x, step, top + HEIGHT - height - 1.2, 8.5)
        _label(paper, label, x, step, top + HEIGHT + 4.5, 9)
    paper.set_fill_color(255)
    paper.set_line_width(0.3)
    paper.line(paper.l_margin, top + HEIGHT, paper.l_margin + paper.epw, top + HEIGHT)
    paper.set_y(top + HEIGHT + 9)
    if floor:
        paper.set_font("serif", "I", 10)
        paper.cell(paper.epw, 4, "Trục đứng không bắt đầu từ 0.", new_x="LMARGIN", new_y="NEXT")
        paper.ln(2)


def _label(paper: Paper, text: str, x: float, step: float, y: float, size: float) -> None:
    paper.set_font("serif", "", size)
    paper.text(x + (step - paper.get_string_width(text)) / 2, y, text)
